package dev.forewarn.console.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Inserts rows, or puts them in the place of those with the same key if they are newer. One statement that H2 and
 * PostgreSQL (from 15 on) both understand.
 */
public final class Upsert {

    private final String sql;

    private Upsert(String sql) {
        this.sql = sql;
    }

    /** Begins a statement. */
    public static Builder into(String table) {
        return new Builder(table);
    }

    /**
     * Writes rows, each with its values in the order in which the columns were named.
     *
     * @return for each row whether it is news
     */
    public List<Boolean> write(JdbcTemplate jdbc, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Boolean> news = new ArrayList<>(rows.size());
        for (int count : jdbc.batchUpdate(sql, rows.stream().map(Upsert::bound).toList())) {
            news.add(count != 0);
        }
        return news;
    }

    private static Object[] bound(Object[] row) {
        Object[] bound = new Object[row.length];
        for (int i = 0; i < row.length; i++) {
            bound[i] = bound(row[i]);
        }
        return bound;
    }

    private static @Nullable Object bound(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        // PostgreSQL's texts hold every character but this one.
        return value instanceof String text ? text.replace('\0', '\uFFFD') : value;
    }

    /** Names the columns in the order in which rows have them. */
    public static final class Builder {

        private final String table;
        private final List<String> keys = new ArrayList<>();
        private final List<String> columns = new ArrayList<>();
        private final List<String> types = new ArrayList<>();

        private Builder(String table) {
            this.table = table;
        }

        /** A column by which rows are told apart, with its type. */
        public Builder key(String column, String type) {
            keys.add(column);
            return column(column, type);
        }

        /** Several such columns of one type. */
        public Builder keys(String type, String... names) {
            for (String name : names) {
                key(name, type);
            }
            return this;
        }

        /** Another column. */
        public Builder column(String column, String type) {
            columns.add(column);
            types.add(type);
            return this;
        }

        /** Columns of texts. */
        public Builder texts(String... names) {
            for (String name : names) {
                column(name, "VARCHAR");
            }
            return this;
        }

        /** Columns of whole numbers. */
        public Builder numbers(String... names) {
            for (String name : names) {
                column(name, "INT");
            }
            return this;
        }

        /** Columns of instants. */
        public Builder instants(String... names) {
            for (String name : names) {
                column(name, "TIMESTAMP WITH TIME ZONE");
            }
            return this;
        }

        /** What is there already stays. */
        public Upsert orKeep() {
            return new Upsert(source() + inserted());
        }

        /** The row with the higher value of a column wins; of equal ones, the one that is there. */
        public Upsert ifNewerBy(String column) {
            String changes = columns.stream()
                    .filter(name -> !keys.contains(name))
                    .map(name -> name + " = n." + name)
                    .collect(Collectors.joining(", "));
            return new Upsert(source() + " WHEN MATCHED AND n." + column + " > t." + column + " THEN UPDATE SET "
                    + changes + inserted());
        }

        private String source() {
            String values =
                    types.stream().map(type -> "CAST(? AS " + type + ")").collect(Collectors.joining(", "));
            String match = keys.stream().map(key -> "t." + key + " = n." + key).collect(Collectors.joining(" AND "));
            return "MERGE INTO " + table + " AS t USING (VALUES (" + values + ")) AS n (" + String.join(", ", columns)
                    + ") ON " + match;
        }

        private String inserted() {
            String values = columns.stream().map(name -> "n." + name).collect(Collectors.joining(", "));
            return " WHEN NOT MATCHED THEN INSERT (" + String.join(", ", columns) + ") VALUES (" + values + ")";
        }
    }
}
