package dev.forewarn.sample;

import dev.forewarn.avro.Alert;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Alerts as they stand, and how far the topics have been read: one database, changed in one transaction. */
record CaseBook(Connection database) implements AutoCloseable {

    static CaseBook open(String url) throws SQLException {
        CaseBook book = new CaseBook(DriverManager.getConnection(url));
        book.database.setAutoCommit(false);
        book.change("CREATE TABLE IF NOT EXISTS place (partition VARCHAR PRIMARY KEY, next_offset BIGINT)");
        book.change(
                "CREATE TABLE IF NOT EXISTS alert (alert_id VARCHAR PRIMARY KEY, revision INT, answered INT DEFAULT 0,"
                        + " handling VARCHAR, message BLOB)");
        return book;
    }

    /** Keeps a revision if it is higher than the one that is kept, and says whether it was. */
    boolean keep(Alert alert, byte[] message) throws SQLException {
        // Without the casts H2 takes what is given for text.
        String upsert =
                "MERGE INTO alert USING (VALUES (?, CAST(? AS INT), ?, CAST(? AS BLOB))) AS news(id, nr, state, bytes)"
                        + " ON alert_id = id WHEN MATCHED AND revision < nr THEN"
                        + " UPDATE SET revision = nr, handling = state, message = bytes WHEN NOT MATCHED THEN"
                        + " INSERT (alert_id, revision, handling, message) VALUES (id, nr, state, bytes)";
        return change(
                        upsert,
                        alert.getAlertId(),
                        alert.getRevision(),
                        alert.getHandling().name(),
                        message)
                > 0;
    }

    /** Notes up to where a partition has been read. */
    void moveTo(String partition, long nextOffset) throws SQLException {
        change("MERGE INTO place KEY (partition) VALUES (?, ?)", partition, nextOffset);
    }

    /** Where a partition is to be read from. */
    long place(String partition) {
        try (PreparedStatement query = prepare("SELECT next_offset FROM place WHERE partition = ?", partition)) {
            ResultSet row = query.executeQuery();
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say how far " + partition + " has been read", e);
        }
    }

    /** Messages of the open alerts on whose newest revision no step has been sent. */
    List<byte[]> unanswered() throws SQLException {
        List<byte[]> messages = new ArrayList<>();
        try (PreparedStatement query =
                prepare("SELECT message FROM alert WHERE answered < revision AND handling <> 'CLOSED'")) {
            for (ResultSet rows = query.executeQuery(); rows.next(); ) {
                messages.add(rows.getBytes(1));
            }
        }
        return messages;
    }

    /** Notes that a step has been sent on a revision. */
    void answered(Alert alert) throws SQLException {
        change("UPDATE alert SET answered = ? WHERE alert_id = ?", alert.getRevision(), alert.getAlertId());
    }

    void commit() throws SQLException {
        database.commit();
    }

    /** What has not been committed is as if it had not been. */
    @Override
    public void close() throws SQLException {
        database.rollback();
        database.close();
    }

    private int change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = database.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
