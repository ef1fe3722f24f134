package dev.forewarn.console.board;

import dev.forewarn.avro.Level;
import dev.forewarn.console.query.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alert as a line of a list. */
public record BoardRow(
        String alertId,
        int revision,
        String entityId,
        @Nullable String entityName,
        @Nullable String entityKind,
        @Nullable String division,
        @Nullable String grid,
        String rule,
        String ruleNameZh,
        String ruleNameEn,
        String family,
        Level level,
        Level peakLevel,
        @Nullable String subject,
        List<String> domains,
        String signal,
        String handling,
        boolean open,
        String transition,
        String cause,
        Instant openedAt,
        Instant movedAt,
        @Nullable Instant dueAt,
        int missedDeadlines,
        String addressee,
        String unit,
        String outcome,
        String caseNumber,
        @Nullable Instant suppressedUntil,
        int leadDays,
        String textZh,
        String textEn,
        Instant storedAt) {

    /** What a query must select for {@link #of}. */
    public static final String COLUMNS =
            "a.alert_id, a.revision, a.entity_id, a.entity_name, a.entity_kind, a.division, a.grid, a.rule,"
                    + " a.rule_name_zh, a.rule_name_en, a.family, a.level_rank, a.peak_rank, a.subject, a.domains, a.signal,"
                    + " a.handling, a.is_open, a.transition, a.cause, a.opened_at, a.moved_at, a.due_at,"
                    + " a.missed_deadlines, a.addressee, a.unit, a.outcome, a.case_number, a.suppressed_until,"
                    + " a.lead_days, a.text_zh, a.text_en, a.stored_at";

    /** The name of the business, or its id where none is known. */
    public String title() {
        return entityName == null || entityName.isBlank() ? entityId : entityName;
    }

    /** Reads a row of {@link #COLUMNS}. */
    public static BoardRow of(ResultSet row, int number) throws SQLException {
        return new BoardRow(
                Columns.text(row, "alert_id"),
                row.getInt("revision"),
                Columns.text(row, "entity_id"),
                row.getString("entity_name"),
                row.getString("entity_kind"),
                row.getString("division"),
                row.getString("grid"),
                Columns.text(row, "rule"),
                Columns.text(row, "rule_name_zh"),
                Columns.text(row, "rule_name_en"),
                Columns.text(row, "family"),
                Columns.level(row, "level_rank"),
                Columns.level(row, "peak_rank"),
                row.getString("subject"),
                Columns.words(row, "domains"),
                Columns.text(row, "signal"),
                Columns.text(row, "handling"),
                row.getBoolean("is_open"),
                Columns.text(row, "transition"),
                Columns.text(row, "cause"),
                Columns.instant(row, "opened_at"),
                Columns.instant(row, "moved_at"),
                Columns.instantOrNull(row, "due_at"),
                row.getInt("missed_deadlines"),
                Columns.text(row, "addressee"),
                Columns.text(row, "unit"),
                Columns.text(row, "outcome"),
                Columns.text(row, "case_number"),
                Columns.instantOrNull(row, "suppressed_until"),
                row.getInt("lead_days"),
                Columns.text(row, "text_zh"),
                Columns.text(row, "text_en"),
                Columns.instant(row, "stored_at"));
    }
}
