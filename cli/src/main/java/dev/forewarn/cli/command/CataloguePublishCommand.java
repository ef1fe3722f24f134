package dev.forewarn.cli.command;

import dev.forewarn.avro.Verdict;
import dev.forewarn.cli.catalogue.CataloguePublisher;
import dev.forewarn.cli.catalogue.ExampleSuite;
import dev.forewarn.cli.history.CatalogueHeaders;
import dev.forewarn.cli.history.Verdicts;
import dev.forewarn.cli.installation.Installation;
import dev.forewarn.cli.installation.InstallationTopics;
import dev.forewarn.cli.option.HelpOption;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import dev.forewarn.engine.config.ClockMode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.flink.util.TimeUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes a catalogue to a running installation. */
@Command(
        name = "publish",
        description = {
            "Puts a catalogue in force in a running installation, without a restart: checks it, runs its examples, publishes "
                    + "it, and waits for what the job says.",
            "",
            "It takes effect half a minute after its publication, or at --effective-at if that is later; every business is "
                    + "then reassessed within seconds. Look first at 'catalogue diff'.",
            "",
            "To roll back, publish the old one again, by its version: catalogue publish --version 3fd14d44d5d1e3f0",
            "",
            "Exit code 0: published. 1: the job refused it; the one in force stays. 3: it has faults, or an example fails."
        })
public final class CataloguePublishCommand implements Callable<Integer> {

    private static final Duration MOST_WAIT = Duration.ofMinutes(2);

    @Spec
    private @Nullable CommandSpec spec;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Folder of the catalogue's YAML files.")
    private @Nullable Path folder;

    @Option(
            names = "--version",
            paramLabel = "HASH",
            description = "Instead of a folder: a version that was published before; its first digits will do.")
    private @Nullable String version;

    @Option(
            names = "--stage",
            paramLabel = "live|shadow",
            defaultValue = CatalogueHeaders.LIVE,
            description = "live: in force. shadow: assessed beside the live one, with alerts on a topic of its own "
                    + "(default: ${DEFAULT-VALUE}).")
    private String stage = CatalogueHeaders.LIVE;

    @Option(
            names = "--end-shadow",
            description = "Instead of a catalogue: nothing is assessed beside the live one any more.")
    private boolean isEndOfShadow;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who answers for the change (default: ${DEFAULT-VALUE}).")
    private String author = "";

    @Option(names = "--approved-by", paramLabel = "NAME", description = "A second person, where the job asks for one.")
    private @Nullable String approver;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why.")
    private @Nullable String comment;

    @Option(
            names = "--effective-at",
            paramLabel = "INSTANT",
            description = "From when on, such as 2026-07-01T00:00:00+08:00 (default: as soon as may be).")
    private @Nullable String effectiveAt;

    @Option(
            names = "--may-move",
            paramLabel = "SHARE",
            description =
                    "The share of all businesses that it may move to a worse class, such as 0.1; the job refuses a "
                            + "catalogue that moves more than it allows.")
    private @Nullable Double mayMove;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "30s",
            description = "How long to wait for what the job says (default: ${DEFAULT-VALUE}).")
    private String wait = "30s";

    @Override
    public Integer call() throws ExecutionException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Map<String, String> headers = headers();
        Duration patience = patience();
        if (isEndOfShadow) {
            return endShadow(headers, out);
        }
        if ((folder == null) == (version == null)) {
            throw new Refusal("say what to publish: the folder of a catalogue, or --version of one published before");
        }
        CatalogueBundle bundle = version == null ? Catalogues.read(folder) : Catalogues.published(version, options);
        if (folder != null && !examplesPass(folder, bundle, out)) {
            return CatalogueCheckCommand.EXIT_FAULTS;
        }
        makeTopics(bundle, out);
        try (CataloguePublisher publisher =
                new CataloguePublisher(options.installation().bootstrapServers(), options.topics())) {
            return publish(publisher, bundle, headers, patience, out);
        } finally {
            out.flush();
        }
    }

    private int endShadow(Map<String, String> headers, PrintWriter out)
            throws ExecutionException, InterruptedException {
        if (folder != null || version != null) {
            throw new Refusal("--end-shadow publishes no catalogue; leave out the folder and --version");
        }
        try (CataloguePublisher publisher =
                new CataloguePublisher(options.installation().bootstrapServers(), options.topics())) {
            out.println("the shadow stage ends; published at "
                    + publisher.publish(CatalogueHeaders.SHADOW, null, headers).at());
            out.flush();
            return CommandLine.ExitCode.OK;
        }
    }

    private int publish(
            CataloguePublisher publisher,
            CatalogueBundle bundle,
            Map<String, String> headers,
            Duration patience,
            PrintWriter out)
            throws ExecutionException, InterruptedException {
        CataloguePublisher.Published published = publisher.publish(stage, bundle.text(), headers);
        out.printf(Locale.ROOT, "published version %s (%s) at %s%n", bundle.version(), stage, published.at());
        out.flush();
        Instant deadline = Instant.now().plus(patience);
        Optional<Verdict> verdict =
                publisher.verdict(stage, published, () -> Instant.now().isAfter(deadline));
        if (verdict.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "the job has not answered within %d s; it will when it runs: see 'catalogue show'%n",
                    patience.toSeconds());
            return CommandLine.ExitCode.OK;
        }
        return tell(verdict.get(), bundle, out);
    }

    private int tell(Verdict verdict, CatalogueBundle bundle, PrintWriter out) {
        if (!verdict.getAccepted()) {
            out.println("the job refused it; the catalogue in force stays:");
            Verdicts.reason(verdict).lines().forEach(line -> out.println("  " + line));
            return CommandLine.ExitCode.SOFTWARE;
        }
        Instant effective = verdict.getEffectiveAt();
        out.printf(
                Locale.ROOT,
                "accepted%s%s%n",
                effective == null
                        ? ""
                        : "; in force from "
                                + effective
                                        .atZone(bundle.catalogue().days().zone())
                                        .toOffsetDateTime(),
                isOnEvents() ? " on the clock of the log, which its events move" : "");
        return CommandLine.ExitCode.OK;
    }

    private boolean isOnEvents() {
        return Installation.read(options.installation().folder())
                .map(known -> known.clock() == ClockMode.EVENTS)
                .orElse(false);
    }

    private static boolean examplesPass(Path folder, CatalogueBundle bundle, PrintWriter out) {
        ExampleSuite suite = ExampleSuite.run(folder, bundle.catalogue());
        new ExampleText(out).failures(suite);
        if (!suite.isPassed()) {
            out.println("nothing was published");
            out.flush();
        }
        return suite.isPassed();
    }

    /** Alerts of a domain without a topic would reach its team only on the topic of all alerts. */
    private void makeTopics(CatalogueBundle bundle, PrintWriter out) {
        if (!stage.equals(CatalogueHeaders.LIVE)) {
            return;
        }
        List<String> made = InstallationTopics.ensureAlertTopics(
                options.installation().bootstrapServers(), options.topics(), Catalogues.professionalDomains(bundle));
        made.forEach(topic -> out.println("made the topic " + topic + "; the job writes to it from its next start on"));
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        if (!stage.equals(CatalogueHeaders.LIVE) && !stage.equals(CatalogueHeaders.SHADOW)) {
            throw new Refusal("--stage takes live or shadow; got '" + stage + "'");
        }
        headers.put(CatalogueHeaders.AUTHOR, author);
        if (approver != null) {
            headers.put(CatalogueHeaders.APPROVER, approver);
        }
        if (comment != null) {
            headers.put(CatalogueHeaders.COMMENT, comment);
        }
        if (effectiveAt != null) {
            headers.put(CatalogueHeaders.EFFECTIVE_AT, instant(effectiveAt).toString());
        }
        if (mayMove != null) {
            if (!(mayMove >= 0 && mayMove <= 1)) {
                throw new Refusal("--may-move takes a share in [0, 1], such as 0.1; got " + mayMove);
            }
            headers.put(CatalogueHeaders.MAY_MOVE, mayMove.toString());
        }
        return headers;
    }

    private Duration patience() {
        try {
            Duration given = TimeUtils.parseDuration(wait);
            return given.compareTo(MOST_WAIT) > 0 ? MOST_WAIT : given;
        } catch (IllegalArgumentException e) {
            throw new Refusal("--wait takes a duration like 30s; got '" + wait + "'");
        }
    }

    private static Instant instant(String text) {
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal("--effective-at takes an instant like 2026-07-01T00:00:00+08:00; got '" + text + "'");
        }
    }
}
