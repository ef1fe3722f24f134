package dev.forewarn.cli.catalogue;

import java.util.Comparator;

/**
 * One thing in a catalogue that has a name of its own.
 *
 * @param owner domain of the scheme that it belongs to; empty for what belongs to the whole catalogue
 * @param id its name; empty for the scheme itself
 */
public record Part(Kind kind, String owner, String id) implements Comparable<Part> {

    private static final Comparator<Part> ORDER =
            Comparator.comparing(Part::owner).thenComparing(Part::kind).thenComparing(Part::id);

    /** What it is, in the order in which people ask. */
    public enum Kind {
        SETTING("setting"),
        SOURCE("source"),
        SCHEME("scheme"),
        GROUP("group"),
        DIRECT("direct rule"),
        INDICATOR("indicator"),
        MITIGATION("mitigation"),
        MEASURE("measure"),
        READING("reading"),
        RULE("alert rule");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** What people call it. */
        public String word() {
            return word;
        }
    }

    @Override
    public int compareTo(Part other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.word() + (id.isEmpty() ? "" : " " + id);
    }
}
