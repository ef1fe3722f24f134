package dev.forewarn.cli.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A business as its newest assessment shows it; texts are empty where it does not say.
 *
 * @param headline the worst of its classes
 * @param classes its fused class by domain
 */
record Business(
        String entityId,
        String name,
        String kind,
        String division,
        String grid,
        String headline,
        SortedMap<String, String> classes) {

    private static final String GENERAL = "general";

    Business {
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    }

    /** The domains whose inspectors can visit it: its professional ones, or the general one if it has none. */
    List<String> domains() {
        List<String> professional = classes.keySet().stream()
                .filter(domain -> !domain.equals(GENERAL))
                .toList();
        return professional.isEmpty() ? List.of(GENERAL) : professional;
    }

    /** All its classes in a cell, such as {@code drug D; general B}. */
    String classesText() {
        return classes.entrySet().stream().map(Business::text).collect(Collectors.joining("; "));
    }

    private static String text(Map.Entry<String, String> standing) {
        return standing.getKey() + ' ' + standing.getValue();
    }
}
