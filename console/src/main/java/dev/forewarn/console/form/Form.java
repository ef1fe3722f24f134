package dev.forewarn.console.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checklist of one domain.
 *
 * @param form its name
 * @param checklist as the catalogue reads it in {@code inspection.completed}
 * @param field of a rectification order; the domain if the file does not say
 * @param days until a rectification is due unless the visit says another day
 */
public record Form(
        String form,
        Name name,
        @Nullable String about,
        String domain,
        String checklist,
        @Nullable String field,
        @Nullable Integer days,
        Map<String, Grade> grades,
        List<Item> items) {

    private static final int DEFAULT_DAYS = 15;

    public Form {
        field = field == null ? domain : field;
        days = days == null ? Integer.valueOf(DEFAULT_DAYS) : days;
        grades = Collections.unmodifiableMap(new LinkedHashMap<>(grades));
        items = List.copyOf(items);
    }

    /** In both languages. */
    public record Name(String zh, String en) {}

    /**
     * How much an item weighs.
     *
     * @param number of the inspection that counts failed items; null if none does
     * @param serious whether a failed item makes the result serious
     */
    public record Grade(
            Name name, @Nullable String number, @Nullable Boolean serious) {}

    /**
     * Something to look at.
     *
     * @param number of the inspection that is 1 if the item failed and else 0; null if none
     * @param attribute of the inspection that is true if the item failed; null if none
     * @param fact type of a fact of its own that a failed item becomes; null if none
     */
    public record Item(
            String id,
            String grade,
            String zh,
            String en,
            @Nullable String number,
            @Nullable String attribute,
            @Nullable String fact) {}
}
