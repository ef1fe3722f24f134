package dev.forewarn.engine.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a YAML document and where it stands. Immutable; an alias is the node of its anchor. */
sealed interface Node {

    Place place();

    /** Number of nodes, itself included, every alias written out. */
    long size();

    /** A single text. */
    final class Scalar implements Node {

        private final Place place;
        private final Source source;
        private final int from;
        private final char style;
        private final String text;

        /**
         * @param from index of its first character in the file, in code points
         * @param style its quote or block mark, a space if it is plain
         */
        Scalar(Place place, Source source, int from, char style, String text) {
            this.place = place;
            this.source = source;
            this.from = from;
            this.style = style;
            this.text = text;
        }

        @Override
        public Place place() {
            return place;
        }

        @Override
        public long size() {
            return 1;
        }

        String text() {
            return text;
        }

        /** Whether it says that there is no value. */
        boolean isNull() {
            return style == ' ' && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        /** Where one of its characters stands. */
        Place placeOf(int offset) {
            return source.placeOf(from, style, text, Math.max(0, Math.min(offset, text.length())));
        }
    }

    /** A list. */
    record Sequence(Place place, List<Node> items, long size) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A mapping; each key once. */
    record Mapping(Place place, List<Entry> entries, long size) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Nullable
        Entry find(String key) {
            for (Entry entry : entries) {
                if (entry.key().equals(key)) {
                    return entry;
                }
            }
            return null;
        }
    }

    /** A key with its value. */
    record Entry(String key, Place place, Node value) {}
}
