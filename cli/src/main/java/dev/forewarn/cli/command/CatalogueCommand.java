package dev.forewarn.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Commands about catalogues. */
@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        description = {
            "Works on catalogues: measures, indicators, class bands and alert rules (docs/CATALOGUE.md).",
            "",
            "The usual way of a change: edit a copy, 'check' it, 'diff' it against what runs, 'publish' it; "
                    + "'publish --version' takes it back."
        },
        subcommands = {
            CatalogueCheckCommand.class,
            CatalogueTestCommand.class,
            CatalogueDiffCommand.class,
            CataloguePublishCommand.class,
            CatalogueShowCommand.class,
            CatalogueCutCommand.class,
            CatalogueHandbookCommand.class
        })
public final class CatalogueCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(),
                "say what to do with the catalogue, such as 'check DIR'");
    }
}
