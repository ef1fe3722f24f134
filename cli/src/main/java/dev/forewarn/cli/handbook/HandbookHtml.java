package dev.forewarn.cli.handbook;

import dev.forewarn.cli.html.HtmlWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a handbook as one page that needs nothing else, and that prints well. */
public final class HandbookHtml {

    private static final String STYLE = """
            nav ul { columns: 2; padding-left: 1.2rem; }
            a { color: #2f5d8a; text-decoration: none; }
            caption { text-align: left; font-weight: 600; padding: .3rem 0; break-after: avoid; }
            th, td { vertical-align: top; white-space: pre-line; overflow-wrap: anywhere; }
            th { white-space: nowrap; }
            td:first-child { white-space: nowrap; overflow-wrap: normal; }
            td.number { white-space: nowrap; }
            @media print {
              html { font-size: 11px; }
              body { padding: 0; font-size: 1rem; }
              h2 { break-before: page; }
              nav + section h2 { break-before: auto; }
              thead { display: table-header-group; }
              nav { display: none; }
            }
            """;

    private final HtmlWriter html = new HtmlWriter();

    private HandbookHtml() {}

    /** Writes the page. */
    public static void write(Handbook handbook, Path file) throws IOException {
        Files.writeString(file, new HandbookHtml().page(handbook), StandardCharsets.UTF_8);
    }

    private String page(Handbook handbook) {
        html.begin("zh", handbook.title(), STYLE);
        html.element("h1", handbook.title());
        html.element("p class=\"sub\"", handbook.subtitle());
        html.open("nav");
        html.open("ul");
        for (int i = 0; i < handbook.chapters().size(); i++) {
            html.open("li");
            html.element("a href=\"#c" + i + "\"", handbook.chapters().get(i).heading());
            html.close("li");
        }
        html.close("ul");
        html.close("nav");
        for (int i = 0; i < handbook.chapters().size(); i++) {
            chapter(handbook.chapters().get(i), i);
        }
        return html.end();
    }

    private void chapter(Handbook.Chapter chapter, int number) {
        html.open("section id=\"c" + number + "\"");
        html.element("h2", chapter.heading());
        for (Handbook.Block block : chapter.blocks()) {
            if (block instanceof Handbook.Paragraph paragraph) {
                html.element("p", paragraph.text());
            } else if (block instanceof Handbook.Table table) {
                html.table(table.caption(), table.head());
                table.rows().forEach(row -> html.row(row, Handbook::isNumber));
                html.endTable();
            }
        }
        html.close("section");
    }
}
