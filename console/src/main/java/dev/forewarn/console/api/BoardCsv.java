package dev.forewarn.console.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.board.BoardFilter;
import dev.forewarn.console.board.BoardRow;
import dev.forewarn.console.board.Boards;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes a board as a table that spreadsheets open: UTF-8 with its mark, and no cell that they would calculate. */
record BoardCsv(Boards boards) {

    private static final String[] HEAD = {
        "alert_id",
        "revision",
        "level",
        "rule",
        "rule_name_zh",
        "rule_name_en",
        "entity_id",
        "entity_name",
        "subject",
        "domains",
        "division",
        "grid",
        "signal",
        "handling",
        "opened_at",
        "moved_at",
        "due_at",
        "missed_deadlines",
        "unit",
        "outcome",
        "case_number",
        "text_zh",
        "text_en"
    };

    void write(Viewer viewer, BoardFilter filter, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(HEAD);
        boards.each(viewer, filter, row -> csv.writeRecord(cells(row)));
        csv.flush();
    }

    private static String[] cells(BoardRow row) {
        return new String[] {
            row.alertId(),
            Integer.toString(row.revision()),
            row.level().name(),
            harmless(row.rule()),
            harmless(row.ruleNameZh()),
            harmless(row.ruleNameEn()),
            harmless(row.entityId()),
            harmless(row.entityName()),
            harmless(row.subject()),
            harmless(String.join(" ", row.domains())),
            harmless(row.division()),
            harmless(row.grid()),
            row.signal(),
            row.handling(),
            row.openedAt().toString(),
            row.movedAt().toString(),
            row.dueAt() == null ? "" : row.dueAt().toString(),
            Integer.toString(row.missedDeadlines()),
            harmless(row.unit()),
            harmless(row.outcome()),
            harmless(row.caseNumber()),
            harmless(row.textZh()),
            harmless(row.textEn())
        };
    }

    /** A text that begins as a formula does is told to be a text. */
    private static String harmless(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
