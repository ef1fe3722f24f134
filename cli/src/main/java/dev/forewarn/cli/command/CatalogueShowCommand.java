package dev.forewarn.cli.command;

import dev.forewarn.cli.catalogue.BundleFolder;
import dev.forewarn.cli.history.CatalogueArchive;
import dev.forewarn.cli.history.CatalogueHeaders;
import dev.forewarn.cli.history.Publication;
import dev.forewarn.cli.option.HelpOption;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.option.ZoneOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the catalogues that an installation has seen. */
@Command(
        name = "show",
        description = {
            "Lists every catalogue that was published to an installation: version, stage, when it came and from when on it "
                    + "is in force, by whom and why, and whether the job refused it.",
            "",
            "With --version shows the text of one; with --to also writes its files into a folder, to go on from there."
        })
public final class CatalogueShowCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    @Spec
    private @Nullable CommandSpec spec;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    @Option(names = "--version", paramLabel = "HASH", description = "One of them; its first digits will do.")
    private @Nullable String version;

    @Option(names = "--to", paramLabel = "DIR", description = "Where its files go; an empty or new folder.")
    private @Nullable Path to;

    @Mixin
    private ZoneOption zone = new ZoneOption();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (to != null && version == null) {
            throw new Refusal("--to writes one catalogue; say which by --version");
        }
        CatalogueArchive archive = options.archive();
        if (version == null) {
            archive.publications().forEach(publication -> line(publication, out));
            if (archive.publications().isEmpty()) {
                out.println(
                        "no catalogue has been published to " + options.topics().catalogue());
            }
        } else {
            text(archive.find(version), out);
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private void text(Publication publication, PrintWriter out) throws IOException {
        line(publication, out);
        if (to == null) {
            out.print(publication.text());
            return;
        }
        BundleFolder.write(publication.text(), to);
        out.println("written to " + to + ": "
                + String.join(", ", BundleFolder.files(publication.text()).keySet()));
    }

    private void line(Publication publication, PrintWriter out) {
        String refusal = publication.refusal();
        out.printf(
                Locale.ROOT,
                "%-16s  %-6s  published %s, in force from %s, by %s%s%s%s%n",
                title(publication),
                publication.stage(),
                time(publication.publishedAtMs()),
                refusal == null ? time(publication.effectiveAtMs()) : "never",
                publication.remarks().getOrDefault(CatalogueHeaders.AUTHOR, "(not said)"),
                remark(publication, CatalogueHeaders.APPROVER, ", approved by "),
                remark(publication, CatalogueHeaders.COMMENT, ": "),
                refusal == null
                        ? ""
                        : "; REFUSED: " + refusal.lines().findFirst().orElse(""));
    }

    private static String title(Publication publication) {
        if (!publication.version().isEmpty()) {
            return publication.version();
        }
        return publication.text().isEmpty() ? "(no shadow more)" : "(unreadable)";
    }

    private static String remark(Publication publication, String name, String before) {
        String text = publication.remarks().get(name);
        return text == null ? "" : before + text;
    }

    private String time(long instantMs) {
        return TIME.format(Instant.ofEpochMilli(instantMs).atZone(zone.zone()));
    }
}
