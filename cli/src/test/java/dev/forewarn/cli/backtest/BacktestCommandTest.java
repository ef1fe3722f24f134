package dev.forewarn.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.cli.Forewarn;
import dev.forewarn.cli.e2e.Firms;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is refused before minutes of work. */
class BacktestCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Firms.write(folder.resolve("events.csv"));
    }

    @Test
    void domainThatNoSchemeHasIsRefusedWithThoseThatThereAre() {
        assertThat(backtest("--domain", "fod")).isEqualTo(2);
        assertThat(err.toString()).contains("--domain", "'fod'", "it has drug, general, medical-device");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theOtherCatalogueMustHaveTheDomainToo() {
        String drugs = Firms.EXAMPLE.resolveSibling("drug-recalls/catalogue").toString();
        assertThat(backtest("--domain", "general", "--against", drugs)).isEqualTo(2);
        assertThat(err.toString()).contains(drugs, "'general'", "it has drug");
    }

    private int backtest(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "backtest",
                folder.resolve("events.csv").toString(),
                "--mapping",
                Firms.EXAMPLE.resolve("mappings").toString(),
                "--catalogue",
                Firms.EXAMPLE.resolve("catalogue").toString(),
                "--visits",
                "type == 'inspection.completed'",
                "--outcome",
                "attr('oai') == 'true'",
                "--rejects",
                folder.resolve("rejects").toString()));
        words.addAll(List.of(more));
        CommandLine line = Forewarn.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words.toArray(String[]::new));
    }
}
