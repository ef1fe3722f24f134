package dev.forewarn.console.store;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How texts stand in columns. */
final class Texts {

    private Texts() {}

    /** Several words in one column. */
    static String joined(Collection<String> words) {
        return String.join(",", words);
    }

    /** What a search looks in: lower case, so that it finds whatever the case. */
    static String searched(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }
}
