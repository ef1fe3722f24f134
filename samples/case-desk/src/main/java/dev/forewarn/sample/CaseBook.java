package dev.forewarn.sample;

import dev.forewarn.avro.Alert;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.apache.commons.dbutils.QueryRunner;
import org.apache.commons.dbutils.handlers.ColumnListHandler;

/** Alerts as they stand, and how far the topics have been read: one database, changed in one transaction. */
record CaseBook(Connection database, QueryRunner sql) implements AutoCloseable {

    static CaseBook open(String url) throws SQLException {
        CaseBook book = new CaseBook(DriverManager.getConnection(url), new QueryRunner());
        book.database.setAutoCommit(false);
        book.sql.update(
                book.database, "CREATE TABLE IF NOT EXISTS place (partition VARCHAR PRIMARY KEY, next_offset BIGINT)");
        book.sql.update(
                book.database,
                "CREATE TABLE IF NOT EXISTS alert (alert_id VARCHAR PRIMARY KEY, revision INT,"
                        + " answered INT DEFAULT 0, handling VARCHAR, message VARBINARY)");
        return book;
    }

    /** Keeps a revision if it is higher than the one that is kept, and says whether it was. */
    boolean keep(Alert alert, byte[] message) throws SQLException {
        String id = alert.getAlertId();
        int nr = alert.getRevision();
        sql.update(
                database,
                "INSERT INTO alert (alert_id, revision) SELECT ?, 0 WHERE ? NOT IN (SELECT alert_id FROM alert)",
                id,
                id);
        String update = "UPDATE alert SET revision = ?, handling = ?, message = ? WHERE alert_id = ? AND revision < ?";
        return sql.update(database, update, nr, alert.getHandling().name(), message, id, nr) > 0;
    }

    /** Notes up to where a partition has been read. */
    void moveTo(String partition, long nextOffset) throws SQLException {
        sql.update(database, "MERGE INTO place KEY (partition) VALUES (?, ?)", partition, nextOffset);
    }

    /** Where a partition is to be read from. */
    long place(String partition) throws SQLException {
        String places = "SELECT next_offset FROM place WHERE partition = ?";
        List<Long> found = sql.query(database, places, new ColumnListHandler<>(), partition);
        return found.isEmpty() ? 0 : found.get(0);
    }

    /** Messages of the open alerts on whose newest revision no step has been sent. */
    List<byte[]> unanswered() throws SQLException {
        String open = "SELECT message FROM alert WHERE answered < revision AND handling <> 'CLOSED'";
        return sql.query(database, open, new ColumnListHandler<>());
    }

    /** Notes that a step has been sent on a revision. */
    void answered(Alert alert) throws SQLException {
        sql.update(
                database, "UPDATE alert SET answered = ? WHERE alert_id = ?", alert.getRevision(), alert.getAlertId());
    }

    /** What has not been committed is as if it had not been. */
    @Override
    public void close() throws SQLException {
        database.rollback();
        database.close();
    }
}
