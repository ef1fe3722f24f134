package dev.forewarn.cli.command;

import dev.forewarn.cli.catalogue.CatalogueDiff;
import dev.forewarn.cli.catalogue.ExampleSuite;
import dev.forewarn.cli.catalogue.Words;
import dev.forewarn.cli.handbook.Handbook;
import dev.forewarn.cli.handbook.HandbookBuilder;
import dev.forewarn.cli.handbook.HandbookHtml;
import dev.forewarn.cli.handbook.HandbookXlsx;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the handbook of a catalogue. */
@Command(
        name = "handbook",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the indicator handbook (指标体系说明): every scheme with its classes, every indicator with its name in "
                    + "Chinese and English, reading, points and ground, the alert rules, and worked examples that the engine "
                    + "computes from the catalogue's own examples.",
            "",
            "The page needs nothing else and prints on A4; the workbook has a sheet for each scheme.",
            "",
            "  forewarn catalogue handbook config/catalogue --to handbook.html --to handbook.xlsx"
        })
public final class CatalogueHandbookCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    @Parameters(paramLabel = "DIR", description = "Folder of the catalogue's YAML files.")
    private Path folder = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "FILE",
            required = true,
            description = "Where it goes: a file that ends in .html or in .xlsx; may be given twice.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--since",
            paramLabel = "OLD",
            description = "With the changes since another catalogue: a folder, or a version that was published.")
    private @Nullable String since;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        refuseOthers();
        CatalogueBundle bundle = Catalogues.read(folder);
        ExampleSuite suite = ExampleSuite.run(folder, bundle.catalogue());
        Handbook handbook = handbook(bundle, suite);
        for (Path file : files) {
            if (isHtml(file)) {
                HandbookHtml.write(handbook, file);
            } else {
                HandbookXlsx.write(handbook, file);
            }
            out.println("written " + file);
        }
        if (!suite.isPassed()) {
            out.println(
                    "note: some examples fail or have faults ('forewarn catalogue test'); the handbook shows what the "
                            + "engine makes of them");
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private Handbook handbook(CatalogueBundle bundle, ExampleSuite suite) {
        HandbookBuilder builder = new HandbookBuilder(bundle.version(), bundle.text(), suite.runs());
        if (since == null) {
            return builder.build(null, null);
        }
        CatalogueBundle old = Catalogues.folderOrVersion(since, options);
        return builder.build(old.version(), CatalogueDiff.of(old.text(), bundle.text(), new Words(true)));
    }

    private void refuseOthers() {
        String others = files.stream()
                .filter(file -> !isHtml(file) && !file.toString().endsWith(".xlsx"))
                .map(Path::toString)
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            throw new Refusal("a handbook is a file that ends in .html or in .xlsx; got " + others);
        }
    }

    private static boolean isHtml(Path file) {
        return file.toString().endsWith(".html");
    }
}
