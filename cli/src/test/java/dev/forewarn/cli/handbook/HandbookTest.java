package dev.forewarn.cli.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.cli.Forewarn;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import picocli.CommandLine;

class HandbookTest {

    private static final String SHIPPED = Path.of("..", "config", "catalogue").toString();
    private static final String OTHER =
            Path.of("..", "config", "examples", "fda-firms", "catalogue").toString();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void pageHoldsEverySchemeIndicatorAndRuleAndTheExamplesAsTheEngineComputesThem() throws IOException {
        Path file = folder.resolve("handbook.html");
        assertThat(run("catalogue", "handbook", SHIPPED, "--to", file.toString()))
                .isZero();
        String page = Files.readString(file);
        assertThat(page)
                .contains(
                        "指标体系说明",
                        "通用型信用风险",
                        "行政处罚次数",
                        "ordinary-procedure penalties",
                        "每件 180 分，最多计 3 件",
                        "180 for each, 3 at most",
                        "A 0–250, B 251–500, C 501–750, D 751 起",
                        "<td>CROSS</td>",
                        "E9 a court-listed defaulter",
                        ">256</td>",
                        "general: 505 / 1000")
                .doesNotContain("<script", "http://", "https://");
    }

    @Test
    void workbookHasASheetForEachSchemeAndIsWellFormed() throws Exception {
        Path file = folder.resolve("handbook.xlsx");
        assertThat(run("catalogue", "handbook", SHIPPED, "--to", file.toString(), "--since", OTHER))
                .isZero();
        Map<String, String> parts = unzipped(file);
        assertThat(parts.get("xl/workbook.xml"))
                .startsWith("general\n")
                .contains("drug", "medical-device", "预警规则 rules", "数据源 sources", "算例 examples", "变更 changes");
        assertThat(parts.get("xl/sharedStrings.xml")).contains("行政处罚次数", "G3.1.1");
    }

    @Test
    void anotherEndingIsRefused() {
        assertThat(run("catalogue", "handbook", SHIPPED, "--to", "handbook.pdf"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("ends in .html or in .xlsx; got handbook.pdf");
    }

    /** The parts of a workbook, each of which must be well-formed XML, without its escapes. */
    private static Map<String, String> unzipped(Path file) throws Exception {
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream input = zip.getInputStream(entry)) {
                    Document document = DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(input);
                    StringBuilder text =
                            new StringBuilder(document.getDocumentElement().getTextContent());
                    NodeList sheets = document.getElementsByTagName("sheet");
                    for (int i = 0; i < sheets.getLength(); i++) {
                        text.append(((Element) sheets.item(i)).getAttribute("name"))
                                .append('\n');
                    }
                    parts.put(entry.getName(), text.toString());
                }
            }
        }
        return parts;
    }

    private int run(String... arguments) {
        CommandLine line = Forewarn.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
