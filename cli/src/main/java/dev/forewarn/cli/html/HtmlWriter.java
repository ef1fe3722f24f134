package dev.forewarn.cli.html;

import java.util.List;
import java.util.function.Predicate;

/** Writes a page with its style inside; everything but {@link #raw} is escaped. */
public final class HtmlWriter {

    /** What all pages look like. */
    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1c2733;
              max-width: 1180px; margin: 2rem auto; padding: 0 1.5rem; }
            h1 { font-size: 1.7rem; margin-bottom: 0; }
            h2 { font-size: 1.25rem; margin-top: 2.2rem; border-bottom: 2px solid #2f5d8a; padding-bottom: .2rem; }
            .sub { color: #5a6b7b; margin-top: .2rem; }
            table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .87rem; }
            th, td { border: 1px solid #c9d3dc; padding: .3rem .5rem; text-align: left; }
            th { background: #eaf0f5; }
            td.number { text-align: right; font-variant-numeric: tabular-nums; }
            tbody tr:nth-child(even) { background: #f7f9fb; }
            @media print { body { max-width: none; margin: 0; } @page { size: A4 landscape; margin: 14mm; } tr { break-inside: avoid; } }
            """;

    private final StringBuilder html = new StringBuilder();

    /**
     * Begins the page.
     *
     * @param language of its texts, such as {@code en}
     * @param style what this page has beside, as CSS
     */
    public void begin(String language, String title, String style) {
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language)
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append(style)
                .append("</style>\n</head>\n<body>\n");
    }

    /** Ends the page and gives it. */
    public String end() {
        return html.append("</body>\n</html>\n").toString();
    }

    /** An element with a text in it; attributes may follow its name. */
    public void element(String tag, String text) {
        html.append('<').append(tag).append('>').append(escaped(text));
        close(tag.split(" ", 2)[0]);
    }

    public void open(String tag) {
        html.append('<').append(tag).append(">\n");
    }

    public void close(String tag) {
        html.append("</").append(tag).append(">\n");
    }

    public void raw(String markup) {
        html.append(markup).append('\n');
    }

    /** Begins a table. */
    public void table(List<String> heads) {
        table("", heads);
    }

    /**
     * Begins a table.
     *
     * @param caption none if empty
     */
    public void table(String caption, List<String> heads) {
        open("table");
        if (!caption.isEmpty()) {
            element("caption", caption);
        }
        html.append("<thead><tr>");
        heads.forEach(head -> html.append("<th>").append(escaped(head)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
    }

    /** A row of a table. A cell that begins like a number is set to the right. */
    public void row(String... cells) {
        row(
                List.of(cells),
                cell -> cell.isEmpty()
                        || cell.equals("none")
                        || cell.matches("[-+]?[0-9][0-9,.]*( ?%| to [-+0-9.,]+)?"));
    }

    /**
     * A row of a table.
     *
     * @param isNumber which cells are set to the right
     */
    public void row(List<String> cells, Predicate<String> isNumber) {
        html.append("<tr>");
        cells.forEach(cell -> html.append(isNumber.test(cell) ? "<td class=\"number\">" : "<td>")
                .append(escaped(cell))
                .append("</td>"));
        html.append("</tr>\n");
    }

    public void endTable() {
        html.append("</tbody>\n</table>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
