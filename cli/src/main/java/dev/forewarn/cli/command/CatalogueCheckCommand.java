package dev.forewarn.cli.command;

import dev.forewarn.cli.catalogue.Bundles;
import dev.forewarn.cli.catalogue.ExampleSuite;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.engine.catalogue.CatalogueReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a catalogue and its examples. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a catalogue as the job would and lists all its faults, each with file, line, column and reason; then runs "
                    + "its examples, if it has any (see 'catalogue test').",
            "Exit code 0: it can be used. 3: it has faults, or an example fails."
        })
public final class CatalogueCheckCommand implements Callable<Integer> {

    /** It has faults, or an example fails. */
    static final int EXIT_FAULTS = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder of the catalogue's YAML files.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        CatalogueReader.Result result = CatalogueReader.read(folder);
        int exit = result instanceof CatalogueReader.Faulty faulty
                ? tell(faulty, out)
                : tell(((CatalogueReader.Read) result).bundle().catalogue(), out);
        if (result instanceof CatalogueReader.Read read) {
            read.remarks().forEach(remark -> out.println("  to know: " + remark));
        }
        out.flush();
        return exit;
    }

    private int tell(CatalogueReader.Faulty faulty, PrintWriter out) {
        out.println(Bundles.text(faulty.faults()));
        out.printf(Locale.ROOT, "%d faults in %s%n", faulty.faults().size(), folder);
        return EXIT_FAULTS;
    }

    private int tell(Catalogue catalogue, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s is sound: version %s, %d measures, %d alert rules%n",
                folder,
                catalogue.version(),
                catalogue.measures().size(),
                catalogue.rules().size());
        for (Scheme scheme : catalogue.schemes()) {
            out.printf(
                    Locale.ROOT,
                    "  %-18s %3d indicators, %s, scale %d, classes %s%n",
                    scheme.domain(),
                    scheme.indicators().size(),
                    scheme.combination(),
                    scheme.scale(),
                    scheme.bands().labels());
        }
        ExampleSuite suite = ExampleSuite.run(folder, catalogue);
        new ExampleText(out).failures(suite);
        return suite.isPassed() ? CommandLine.ExitCode.OK : EXIT_FAULTS;
    }
}
