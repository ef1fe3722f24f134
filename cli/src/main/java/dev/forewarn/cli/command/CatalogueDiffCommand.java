package dev.forewarn.cli.command;

import dev.forewarn.cli.catalogue.CatalogueDiff;
import dev.forewarn.cli.catalogue.ClassChanges;
import dev.forewarn.cli.catalogue.Words;
import dev.forewarn.cli.option.LanguageOption;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what changes from one catalogue to another. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Says what changes from one catalogue to another: indicators, points, windows, classes, rules. Each is a folder, "
                    + "or the version of a catalogue that was published ('catalogue show' lists them).",
            "",
            "With --entities also which businesses change class, and how many: the log of a running installation is lived "
                    + "through twice, as if each catalogue had always been in force. One partition of it is held in "
                    + "memory at a time.",
        })
public final class CatalogueDiffCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    @Parameters(index = "0", paramLabel = "OLD", description = "Folder or version.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "Folder or version.")
    private String after = "";

    @Option(names = "--entities", description = "Also which businesses change class, by the log of an installation.")
    private boolean isCounting;

    @Option(
            names = "--list",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many businesses to name (default: ${DEFAULT-VALUE}).")
    private int most = 20;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        CatalogueBundle old = Catalogues.folderOrVersion(before, options);
        CatalogueBundle changed = Catalogues.folderOrVersion(after, options);
        DiffText text = new DiffText(out);
        text.changes(
                CatalogueDiff.of(old.text(), changed.text(), new Words(language.isChinese())),
                old.version(),
                changed.version());
        if (isCounting) {
            text.moves(ClassChanges.of(options.log(), old.catalogue(), changed.catalogue()), most);
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
