package dev.forewarn.cli.handbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a handbook as a workbook, a sheet for each chapter. */
public final class HandbookXlsx {

    private static final String HEAD_FILL = "EAF0F5";
    private static final double WIDEST = 60;
    private static final double NARROWEST = 10;

    private final Worksheet sheet;
    private int row;
    private double[] widths = {};

    private HandbookXlsx(Worksheet sheet) {
        this.sheet = sheet;
    }

    /** Writes the workbook. */
    public static void write(Handbook handbook, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Forewarn", "1.0")) {
            for (Handbook.Chapter chapter : handbook.chapters()) {
                Worksheet sheet = workbook.newWorksheet(sheetName(chapter.sheet()));
                new HandbookXlsx(sheet).chapter(handbook, chapter);
            }
        }
    }

    private void chapter(Handbook handbook, Handbook.Chapter chapter) {
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        title(chapter.heading(), 14);
        title(handbook.title() + ", " + handbook.subtitle(), 9);
        for (Handbook.Block block : chapter.blocks()) {
            row++;
            if (block instanceof Handbook.Paragraph paragraph) {
                sheet.value(row++, 0, paragraph.text());
            } else if (block instanceof Handbook.Table table) {
                table(table);
            }
        }
    }

    private void title(String text, int size) {
        sheet.value(row, 0, text);
        sheet.style(row, 0).bold().fontSize(size).set();
        row++;
    }

    private void table(Handbook.Table table) {
        if (!table.caption().isEmpty()) {
            sheet.value(row, 0, table.caption());
            sheet.style(row, 0).bold().set();
            row++;
        }
        for (int column = 0; column < table.head().size(); column++) {
            sheet.value(row, column, table.head().get(column));
            sheet.style(row, column).bold().fillColor(HEAD_FILL).set();
            width(table, column);
        }
        row++;
        for (List<String> cells : table.rows()) {
            for (int column = 0; column < cells.size(); column++) {
                cell(column, cells.get(column));
            }
            row++;
        }
    }

    private void cell(int column, String text) {
        if (Handbook.isNumber(text)) {
            sheet.value(row, column, Long.parseLong(text));
        } else {
            sheet.value(row, column, text);
        }
        sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
    }

    /** As wide as the widest line in any table of the sheet, within bounds. */
    private void width(Handbook.Table table, int column) {
        double widest = NARROWEST;
        for (List<String> cells : table.rows()) {
            for (String line : cells.get(column).lines().toList()) {
                widest = Math.max(widest, width(line) + 2);
            }
        }
        widths = widths.length > column ? widths : Arrays.copyOf(widths, column + 1);
        widths[column] = Math.max(widths[column], Math.min(WIDEST, widest));
        sheet.width(column, widths[column]);
    }

    /** Chinese characters are about twice as wide as Latin ones. */
    private static double width(String line) {
        return line.codePoints().mapToDouble(point -> point >= 0x2E80 ? 2 : 1).sum();
    }

    private static String sheetName(String name) {
        String safe = name.replaceAll("[\\[\\]:*?/\\\\]", " ");
        return safe.length() <= 31 ? safe : safe.substring(0, 31);
    }
}
