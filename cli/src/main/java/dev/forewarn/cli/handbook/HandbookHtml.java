package dev.forewarn.cli.handbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a handbook as one page that needs nothing else, and that prints well. */
public final class HandbookHtml {

    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1c2733;
              max-width: 1180px; margin: 2rem auto; padding: 0 1.5rem; }
            h1 { font-size: 1.7rem; margin-bottom: 0; }
            h2 { font-size: 1.25rem; margin-top: 2.5rem; border-bottom: 2px solid #2f5d8a; padding-bottom: .2rem; }
            .subtitle { color: #5a6b7b; margin-top: .2rem; }
            nav ul { columns: 2; padding-left: 1.2rem; }
            a { color: #2f5d8a; text-decoration: none; }
            table { border-collapse: collapse; width: 100%; margin: 1rem 0 1.5rem; font-size: .86rem; }
            caption { text-align: left; font-weight: 600; padding: .3rem 0; break-after: avoid; }
            th, td { border: 1px solid #c9d3dc; padding: .3rem .5rem; vertical-align: top; text-align: left;
              white-space: pre-line; overflow-wrap: anywhere; }
            th { background: #eaf0f5; white-space: nowrap; }
            td:first-child { white-space: nowrap; overflow-wrap: normal; }
            tbody tr:nth-child(even) { background: #f7f9fb; }
            td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            @media print {
              html { font-size: 11px; }
              body { max-width: none; margin: 0; padding: 0; font-size: 1rem; }
              @page { size: A4 landscape; margin: 14mm; }
              h2 { break-before: page; }
              nav + section h2 { break-before: auto; }
              tr { break-inside: avoid; }
              thead { display: table-header-group; }
              nav { display: none; }
            }
            """;

    private final StringBuilder html = new StringBuilder();

    private HandbookHtml() {}

    /** Writes the page. */
    public static void write(Handbook handbook, Path file) throws IOException {
        HandbookHtml page = new HandbookHtml();
        page.page(handbook);
        Files.writeString(file, page.html.toString(), StandardCharsets.UTF_8);
    }

    private void page(Handbook handbook) {
        html.append("<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(handbook.title()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        element("h1", handbook.title());
        html.append("<p class=\"subtitle\">")
                .append(escaped(handbook.subtitle()))
                .append("</p>\n<nav><ul>\n");
        for (int i = 0; i < handbook.chapters().size(); i++) {
            html.append("<li><a href=\"#c")
                    .append(i)
                    .append("\">")
                    .append(escaped(handbook.chapters().get(i).heading()))
                    .append("</a></li>\n");
        }
        html.append("</ul></nav>\n");
        for (int i = 0; i < handbook.chapters().size(); i++) {
            chapter(handbook.chapters().get(i), i);
        }
        html.append("</body>\n</html>\n");
    }

    private void chapter(Handbook.Chapter chapter, int number) {
        html.append("<section id=\"c").append(number).append("\">\n");
        element("h2", chapter.heading());
        for (Handbook.Block block : chapter.blocks()) {
            if (block instanceof Handbook.Paragraph paragraph) {
                element("p", paragraph.text());
            } else if (block instanceof Handbook.Table table) {
                table(table);
            }
        }
        html.append("</section>\n");
    }

    private void table(Handbook.Table table) {
        html.append("<table>\n");
        if (!table.caption().isEmpty()) {
            element("caption", table.caption());
        }
        html.append("<thead><tr>");
        table.head().forEach(cell -> html.append("<th>").append(escaped(cell)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        table.rows().forEach(row -> {
            html.append("<tr>");
            row.forEach(cell -> html.append(Handbook.isNumber(cell) ? "<td class=\"number\">" : "<td>")
                    .append(escaped(cell))
                    .append("</td>"));
            html.append("</tr>\n");
        });
        html.append("</tbody>\n</table>\n");
    }

    private void element(String name, String text) {
        html.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
