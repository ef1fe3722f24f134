package dev.forewarn.cli.mapping;

import static dev.forewarn.cli.mapping.RowFunction.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Functions over texts. */
final class TextFunctions {

    private static final CelType TEXT = SimpleType.STRING;
    private static final int MOST_CHOICES = 5;

    private TextFunctions() {}

    static List<RowFunction> all() {
        List<RowFunction> all = new ArrayList<>(List.of(
                RowFunction.of("trim", TEXT, List.of(TEXT), "without blanks at both ends", a -> Texts.trim(text(a[0]))),
                RowFunction.of(
                        "upper",
                        TEXT,
                        List.of(TEXT),
                        "in capitals",
                        a -> text(a[0]).toUpperCase(Locale.ROOT)),
                RowFunction.of(
                        "lower",
                        TEXT,
                        List.of(TEXT),
                        "in small letters",
                        a -> text(a[0]).toLowerCase(Locale.ROOT)),
                RowFunction.of(
                        "halfwidth",
                        TEXT,
                        List.of(TEXT),
                        "full-width letters, digits, signs and blanks (ＡＢ１２（）) as ordinary ones (AB12())",
                        a -> Texts.halfWidth(text(a[0]))),
                RowFunction.of(
                        "split",
                        ListType.create(TEXT),
                        List.of(TEXT, TEXT),
                        "the parts of a text between separators, trimmed; empty parts are left out",
                        a -> split(text(a[0]), text(a[1]))),
                extract()));
        for (int choices = 2; choices <= MOST_CHOICES; choices++) {
            all.add(RowFunction.of(
                    "first_nonempty",
                    TEXT,
                    Collections.nCopies(choices, TEXT),
                    "the first text that is more than blanks, trimmed; empty if there is none",
                    TextFunctions::firstNonempty));
        }
        return all;
    }

    private static RowFunction extract() {
        Map<String, Pattern> patterns = new ConcurrentHashMap<>();
        return RowFunction.of(
                        "extract",
                        TEXT,
                        List.of(TEXT, TEXT),
                        "what the first group of a regular expression (RE2), or all of it, finds; empty if nothing",
                        a -> extract(patterns.computeIfAbsent(text(a[1]), TextFunctions::pattern), text(a[0])))
                .checking(1, TextFunctions::patternFault);
    }

    private static String extract(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return "";
        }
        String group = matcher.group(Math.min(1, matcher.groupCount()));
        return group == null ? "" : group;
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new BadValue("a regular expression has the syntax of RE2", regex);
        }
    }

    /** What is wrong with a regular expression, null if nothing. */
    static @Nullable String patternFault(String regex) {
        try {
            Pattern.compile(regex);
            return null;
        } catch (PatternSyntaxException e) {
            return "a regular expression has the syntax of RE2; got '" + regex + "': " + e.getDescription();
        }
    }

    private static List<String> split(String text, String separator) {
        if (separator.isEmpty()) {
            throw new BadValue("a separator has at least one character", separator);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            addPart(parts, text.substring(from, at));
            from = at + separator.length();
        }
        addPart(parts, text.substring(from));
        return parts;
    }

    private static void addPart(List<String> parts, String part) {
        String trimmed = Texts.trim(part);
        if (!trimmed.isEmpty()) {
            parts.add(trimmed);
        }
    }

    private static String firstNonempty(@Nullable Object[] texts) {
        for (Object text : texts) {
            String trimmed = Texts.trim(text(text));
            if (!trimmed.isEmpty()) {
                return trimmed;
            }
        }
        return "";
    }
}
