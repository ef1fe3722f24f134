package dev.forewarn.cli.plan;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes CSV by RFC 4180 in UTF-8. A cell that a spreadsheet would run as a formula gets an apostrophe in front, which
 * {@link #plain} takes away again.
 */
final class Sheet {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String STARTS_OF_FORMULAS = "=+-@\t\r\n";

    private Sheet() {}

    /**
     * Writes a file.
     *
     * @param isForExcel whether a byte order mark begins it, without which Excel does not take it for UTF-8
     */
    static void write(Path file, boolean isForExcel, List<String> header, Iterable<List<String>> rows)
            throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            if (isForExcel) {
                text.write(BYTE_ORDER_MARK);
            }
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
            csv.writeRecord(header);
            for (List<String> row : rows) {
                csv.writeRecord(row.stream().map(Sheet::guarded).toList());
            }
            csv.flush();
        }
    }

    private static String guarded(String cell) {
        return isFormula(cell) || isGuarded(cell) ? "'" + cell : cell;
    }

    /** What was written into a cell. */
    static String plain(String cell) {
        return isGuarded(cell) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && STARTS_OF_FORMULAS.indexOf(cell.charAt(0)) >= 0;
    }

    private static boolean isGuarded(String cell) {
        return cell.startsWith("'") && (isFormula(cell.substring(1)) || isGuarded(cell.substring(1)));
    }
}
