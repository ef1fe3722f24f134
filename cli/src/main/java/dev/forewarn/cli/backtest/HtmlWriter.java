package dev.forewarn.cli.backtest;

import java.util.List;

/** Writes a page with its style inside; everything but {@link #raw} is escaped. */
final class HtmlWriter {

    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1c2733;
              max-width: 1180px; margin: 2rem auto; padding: 0 1.5rem; }
            h1 { font-size: 1.7rem; margin-bottom: 0; }
            h2 { font-size: 1.25rem; margin-top: 2.2rem; border-bottom: 2px solid #2f5d8a; padding-bottom: .2rem; }
            .sub { color: #5a6b7b; margin-top: .2rem; }
            .lead { font-size: 1.15rem; max-width: 62em; }
            .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(165px, 1fr)); gap: .8rem; }
            .card { border: 1px solid #c9d3dc; border-top: 4px solid #4c8c5a; padding: .6rem .8rem; border-radius: 4px; }
            .card.bad { border-top-color: #b0413e; }
            .card b { display: block; font-size: 1.5rem; }
            .card span { font-size: .85rem; color: #44535f; }
            .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(420px, 1fr)); gap: 1.2rem; }
            figure { margin: 1rem 0; break-inside: avoid; }
            figcaption { font-size: .85rem; color: #44535f; }
            figcaption i { display: inline-block; width: .9em; height: .9em; margin: 0 .3em 0 .7em; vertical-align: -.1em; }
            svg text { font-size: 12px; fill: #44535f; }
            table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .88rem; }
            th, td { border: 1px solid #c9d3dc; padding: .3rem .5rem; text-align: right;
              font-variant-numeric: tabular-nums; }
            th { background: #eaf0f5; }
            th:first-child, td:first-child { text-align: left; }
            td.text { text-align: left; }
            tbody tr:nth-child(even) { background: #f7f9fb; }
            @media print { body { max-width: none; margin: 0; } @page { size: A4 landscape; margin: 14mm; } tr { break-inside: avoid; } }
            """;

    private final StringBuilder html = new StringBuilder();

    void begin(String title) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
    }

    String end() {
        return html.append("</body>\n</html>\n").toString();
    }

    /** An element with a text in it; attributes may follow its name. */
    void element(String tag, String text) {
        html.append('<').append(tag).append('>').append(escaped(text));
        close(tag.split(" ", 2)[0]);
    }

    void open(String tag) {
        html.append('<').append(tag).append(">\n");
    }

    void close(String tag) {
        html.append("</").append(tag).append(">\n");
    }

    void raw(String markup) {
        html.append(markup).append('\n');
    }

    void table(List<String> heads) {
        html.append("<table><thead><tr>");
        heads.forEach(head -> html.append("<th>").append(escaped(head)).append("</th>"));
        html.append("</tr></thead><tbody>\n");
    }

    /** A row; a cell that does not begin like a number is set to the left. */
    void row(String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            boolean isNumber = cell.isEmpty() || cell.equals("none") || cell.matches("[-+]?[0-9][0-9,.]*( ?%| to .*)?");
            html.append(isNumber ? "<td>" : "<td class=\"text\">")
                    .append(escaped(cell))
                    .append("</td>");
        }
        html.append("</tr>\n");
    }

    void endTable() {
        html.append("</tbody></table>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
