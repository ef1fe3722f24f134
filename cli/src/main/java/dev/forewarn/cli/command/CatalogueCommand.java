package dev.forewarn.cli.command;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.engine.catalogue.CatalogueReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands about catalogues. */
@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        description = "Checks catalogues: measures, indicators, class bands and alert rules (docs/CATALOGUE.md).")
public final class CatalogueCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(),
                "say what to do with the catalogue, such as 'check DIR'");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Reads a catalogue as the job would and lists all its faults, each with file, line, column and reason.",
                "Exit code 0: it can be used. 3: it has faults."
            })
    int check(@Parameters(paramLabel = "DIR", description = "Folder of the catalogue's YAML files.") Path folder) {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        CatalogueReader.Result result = CatalogueReader.read(folder);
        if (result instanceof CatalogueReader.Faulty faulty) {
            out.println(Catalogues.text(faulty.faults()));
            out.printf(Locale.ROOT, "%d faults in %s%n", faulty.faults().size(), folder);
            out.flush();
            return 3;
        }
        Catalogue catalogue = ((CatalogueReader.Read) result).bundle().catalogue();
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
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
