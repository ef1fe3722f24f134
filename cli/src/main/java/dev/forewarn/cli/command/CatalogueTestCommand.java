package dev.forewarn.cli.command;

import dev.forewarn.cli.catalogue.ExampleSuite;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the examples of a catalogue. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the examples of a catalogue: given these facts, on this day, so many points, this class, these alerts.",
            "",
            "Examples are written by whoever knows the field, in YAML, in the folder DIR/examples:",
            "",
            "  examples:",
            "    - name: one fresh penalty",
            "      on: 2026-06-30",
            "      facts:",
            "        - {type: penalty.decided, occurred: 2026-06-20, amount: 3000, attributes: {procedure: ordinary}}",
            "      expect:",
            "        general: {score: 180, class: A, reasons: {G3.1.1: 180}}",
            "        alerts: []",
            "",
            "Whatever 'expect' leaves out is not looked at; 'reasons' and 'alerts' are complete where they are given. See "
                    + "docs/CATALOGUE.md.",
            "",
            "Exit code 0: all pass. 3: the catalogue or an example has faults, or an example fails."
        })
public final class CatalogueTestCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder of the catalogue's YAML files.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        ExampleSuite suite = ExampleSuite.run(folder, Catalogues.read(folder).catalogue());
        if (suite.runs().isEmpty() && suite.faults().isEmpty()) {
            out.println("there are no examples in " + folder.resolve(ExampleSuite.FOLDER)
                    + "; 'forewarn catalogue test --help' shows one");
        } else {
            new ExampleText(out).all(suite);
        }
        out.flush();
        return suite.isPassed() ? CommandLine.ExitCode.OK : CatalogueCheckCommand.EXIT_FAULTS;
    }
}
