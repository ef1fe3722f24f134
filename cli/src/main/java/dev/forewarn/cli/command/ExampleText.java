package dev.forewarn.cli.command;

import dev.forewarn.cli.catalogue.Bundles;
import dev.forewarn.cli.catalogue.ExampleRun;
import dev.forewarn.cli.catalogue.ExampleSuite;
import java.io.PrintWriter;
import java.util.Locale;

/** Says what came of the examples of a catalogue. */
final class ExampleText {

    private final PrintWriter out;

    ExampleText(PrintWriter out) {
        this.out = out;
    }

    /** Every example, with its differences. */
    void all(ExampleSuite suite) {
        for (ExampleRun run : suite.runs()) {
            out.printf(
                    Locale.ROOT,
                    "%s  %s (%s)%n",
                    run.isPassed() ? "passed" : "FAILED",
                    run.example().name(),
                    run.example().place());
            run.differences().forEach(difference -> out.println("        " + difference));
        }
        summary(suite);
    }

    /** Only those that fail. */
    void failures(ExampleSuite suite) {
        for (ExampleRun run : suite.failed()) {
            out.printf(
                    Locale.ROOT,
                    "example '%s' (%s)%n",
                    run.example().name(),
                    run.example().place());
            run.differences().forEach(difference -> out.println("  " + difference));
        }
        summary(suite);
    }

    private void summary(ExampleSuite suite) {
        if (suite.runs().isEmpty() && suite.faults().isEmpty()) {
            return;
        }
        if (!suite.faults().isEmpty()) {
            out.println(Bundles.text(suite.faults()));
            out.printf(
                    Locale.ROOT,
                    "%d faults in the files of examples%n",
                    suite.faults().size());
        }
        int failed = suite.failed().size();
        out.printf(
                Locale.ROOT,
                "%d examples: %d passed, %d failed%n",
                suite.runs().size(),
                suite.runs().size() - failed,
                failed);
        if (failed > 0) {
            out.println(
                    "Where the engine is right, correct the example; where the example is right, correct the catalogue: its"
                            + " points, windows or conditions. 'expect' may leave out what does not matter.");
        }
    }
}
