package dev.forewarn.console.query;

import dev.forewarn.avro.Level;
import dev.forewarn.console.message.Levels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How columns are read. */
public final class Columns {

    private Columns() {}

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** An instant as a value of a query. */
    public static OffsetDateTime value(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A text that is there by the table's rules. */
    public static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }

    public static Level level(ResultSet row, String column) throws SQLException {
        return Levels.ofRank(row.getInt(column));
    }

    /** Several words of one column. */
    public static List<String> words(ResultSet row, String column) throws SQLException {
        String joined = text(row, column);
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
