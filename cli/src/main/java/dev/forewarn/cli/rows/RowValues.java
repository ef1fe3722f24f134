package dev.forewarn.cli.rows;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one row, in the order of the file. A column that the row does not have reads as empty text, so that an
 * expression need not ask first.
 */
final class RowValues extends AbstractMap<String, String> {

    private final Columns columns;
    private final String[] values;

    RowValues(Columns columns, String[] values) {
        this.columns = columns;
        this.values = values;
    }

    @Override
    public String get(@Nullable Object column) {
        int position = columns.positionOf(column);
        return position < 0 || position >= values.length ? "" : values[position];
    }

    @Override
    public boolean containsKey(@Nullable Object column) {
        return column instanceof String;
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, String>> {

        @Override
        public int size() {
            return Math.min(values.length, columns.names().size());
        }

        @Override
        public Iterator<Map.Entry<String, String>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < size();
                }

                @Override
                public Map.Entry<String, String> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    int at = next++;
                    return new SimpleImmutableEntry<>(columns.names().get(at), values[at]);
                }
            };
        }
    }
}
