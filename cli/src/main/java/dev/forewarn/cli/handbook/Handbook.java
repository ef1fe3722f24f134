package dev.forewarn.cli.handbook;

import java.util.List;

/**
 * A handbook, whatever it will be written as.
 *
 * @param subtitle version and date of what it describes
 */
public record Handbook(String title, String subtitle, List<Chapter> chapters) {

    public Handbook {
        chapters = List.copyOf(chapters);
    }

    /**
     * A chapter, which is one sheet of a workbook.
     *
     * @param sheet short name, at most 31 characters, none of {@code []:*?/\}
     */
    public record Chapter(String sheet, String heading, List<Block> blocks) {
        public Chapter {
            blocks = List.copyOf(blocks);
        }
    }

    /** A part of a chapter. */
    public sealed interface Block {}

    /** A sentence or more. */
    public record Paragraph(String text) implements Block {}

    /**
     * A table.
     *
     * @param caption may be empty
     * @param rows each with one text per column; line ends in them count
     */
    public record Table(String caption, List<String> head, List<List<String>> rows) implements Block {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Whether a text is a whole number, which stands at the right. */
    static boolean isNumber(String text) {
        return text.matches("[-+]?\\d{1,15}");
    }
}
