package dev.forewarn.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.cli.Forewarn;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = Forewarn.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    @Test
    void everyCommandExplainsItself() {
        assertThat(run("--help")).isZero();
        for (String command : Forewarn.commandLine().getSubcommands().keySet()) {
            assertThat(out.toString()).contains(command);
            assertThat(run(command, "--help")).isZero();
        }
        CommandLine catalogue =
                Objects.requireNonNull(Forewarn.commandLine().getSubcommands().get("catalogue"));
        for (String command : catalogue.getSubcommands().keySet()) {
            assertThat(run("catalogue", command, "--help")).isZero();
        }
    }

    @Test
    void shippedCatalogueIsSound() {
        assertThat(run(
                        "catalogue",
                        "check",
                        Path.of("..", "config", "catalogue").toString()))
                .isZero();
        assertThat(out.toString()).contains("is sound", "general", "drug", "medical-device");
    }

    @Test
    void faultyCatalogueIsToldWithAllItsFaults() throws Exception {
        Files.writeString(folder.resolve("a.yaml"), "scheme: general\nclases: []\nmeasures: {m: {on: X}}\n");
        assertThat(run("catalogue", "check", folder.toString())).isEqualTo(3);
        assertThat(out.toString()).contains("a.yaml:2:1", "classes", "a.yaml:3:20", "faults in");
    }

    @Test
    void assessWithoutAnInstallationSaysHowToStartOne() {
        assertThat(run("assess", "E-1", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("there is no installation in", "forewarn up --name forewarn");
    }

    @Test
    void consoleWithoutAnInstallationSaysHowToStartOne() {
        assertThat(run("console", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("there is no installation in", "name a broker with --kafka");
    }

    @Test
    void consoleThatIsNotBuiltSaysHowToBuildIt() {
        String home = System.getProperty("forewarn.home");
        System.setProperty("forewarn.home", folder.toString());
        try {
            assertThat(run("console", "--kafka", "localhost:1", "--data", folder.toString()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("the console has not been built; run the launcher ./forewarn");
        } finally {
            if (home == null) {
                System.clearProperty("forewarn.home");
            } else {
                System.setProperty("forewarn.home", home);
            }
        }
    }

    @Test
    void unknownClockAndNameAreRefusedInWords() {
        assertThat(run("up", "--clock", "moon", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("--clock takes wall or events; got 'moon'");
        assertThat(run("assess", "E-1", "--name", "Not A Name")).isEqualTo(1);
        assertThat(err.toString()).contains("--name takes lower-case letters");
    }
}
