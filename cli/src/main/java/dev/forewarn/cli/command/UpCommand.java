package dev.forewarn.cli.command;

import dev.forewarn.cli.embedded.LogFile;
import dev.forewarn.cli.installation.Installation;
import dev.forewarn.cli.installation.Running;
import dev.forewarn.cli.option.ConsoleOption;
import dev.forewarn.cli.option.InstallationOptions;
import dev.forewarn.cli.option.LanguageOption;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.option.WebPortOption;
import dev.forewarn.cli.show.AlertLines;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import dev.forewarn.engine.config.ClockMode;
import dev.forewarn.engine.config.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.util.TimeUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs an installation in this process and shows its alerts. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the early-warning job in this process, on a Kafka broker and a Flink of its own, and shows alerts as they come.",
            "",
            "Ctrl-C stops it cleanly. Topics and state stay in the data folder: the same command goes on where it stopped, "
                    + "also after a crash. Messages go into the topic NAME.events.v1, by 'forewarn replay' or by a system of "
                    + "yours (docs/EVENTS.md).",
            "",
            "For history use '--clock events': on the wall clock, old facts lie outside every window."
        })
public final class UpCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    @Option(
            names = "--clock",
            paramLabel = "wall|events",
            defaultValue = "wall",
            description = "What moves time: the wall clock, or only what is replayed (default: ${DEFAULT-VALUE}).")
    private String clock = "wall";

    @Option(
            names = "--publish-from",
            paramLabel = "INSTANT",
            description =
                    "For a new installation whose log begins with history: what happened before an instant such as "
                            + "2026-01-31T16:00:00Z is lived through and not published; from there on every business and every open "
                            + "alert is (docs/OPERATE.md).")
    private @Nullable String publishFrom;

    @Option(
            names = "--catalogue",
            paramLabel = "DIR",
            description = "Catalogue for a new installation (default: the shipped one, config/catalogue).")
    private @Nullable Path catalogue;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "2",
            description = "Partitions of a new installation's log, fixed for its life (default: ${DEFAULT-VALUE}).")
    private int partitions = 2;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "2",
            description = "Parallel instances of the job (default: ${DEFAULT-VALUE}).")
    private int parallelism = 2;

    @Option(
            names = "--delivery",
            paramLabel = "at-least-once|exactly-once",
            defaultValue = "at-least-once",
            description =
                    "How outputs are written: a crash may repeat messages, with the same id and revision; or each is "
                            + "there once for readers of committed messages, a checkpoint later (default: ${DEFAULT-VALUE}).")
    private String delivery = "at-least-once";

    @Mixin
    private WebPortOption webPort = new WebPortOption();

    @Mixin
    private ConsoleOption console = new ConsoleOption();

    @Option(
            names = "--checkpoint-every",
            paramLabel = "DURATION",
            defaultValue = "10s",
            description =
                    "How often state is made safe; what came since is read again after a crash (default: ${DEFAULT-VALUE}).")
    private String checkpointEvery = "10s";

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        LogFile.under(options.folder());
        Installation wanted = wanted(out);
        CatalogueBundle bundle = Catalogues.read(catalogue);
        out.println("Starting Kafka and Flink ...");
        out.flush();
        Running running = Running.start(new Running.Start(
                wanted,
                options.kafka(),
                Catalogues.professionalDomains(bundle),
                bundle.text(),
                parallelism,
                delivery(),
                webPort.port(),
                TimeUtils.parseDuration(checkpointEvery)));
        tell(out, running);
        Consoles.start(console, running, false, out);
        out.println("Alerts are shown as they come. Ctrl-C stops.");
        out.flush();
        AlertLines lines = new AlertLines(
                bundle.catalogue().days().zone(), language.isChinese(), CommandLine.Help.Ansi.AUTO.enabled());
        new Shown(running, lines, out).untilStopped(() -> {});
        return CommandLine.ExitCode.OK;
    }

    private Installation wanted(PrintWriter out) {
        ClockMode mode = mode();
        Optional<Installation> known = Installation.read(options.folder());
        Optional<Instant> fence = Optional.ofNullable(publishFrom).map(UpCommand::instant);
        if (known.isEmpty()) {
            return new Installation(options.folder(), options.name(), mode, partitions, fence, "");
        }
        Installation installation = known.get();
        if (fence.isPresent() && !fence.equals(installation.publishFrom())) {
            throw new Refusal("the installation in " + options.folder() + " was started with "
                    + installation
                            .publishFrom()
                            .map(instant -> "--publish-from " + instant)
                            .orElse("no --publish-from")
                    + "; that cannot be changed: leave it out, or use another --name or --data");
        }
        if (installation.clock() != mode || !installation.name().equals(options.name())) {
            throw new Refusal(
                    "the installation in " + options.folder() + " was started with --name " + installation.name()
                            + " --clock " + installation.clock().name().toLowerCase(Locale.ROOT)
                            + "; use the same, or another --name or --data");
        }
        out.println("Going on with the installation in " + options.folder());
        return installation;
    }

    private DeliveryGuarantee delivery() {
        return switch (delivery) {
            case "at-least-once" -> DeliveryGuarantee.AT_LEAST_ONCE;
            case "exactly-once" -> DeliveryGuarantee.EXACTLY_ONCE;
            default -> throw new Refusal("--delivery takes at-least-once or exactly-once; got '" + delivery + "'");
        };
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal("--publish-from takes an instant such as 2026-01-31T16:00:00Z; got '" + text + "'");
        }
    }

    private ClockMode mode() {
        return switch (clock) {
            case "wall" -> ClockMode.WALL;
            case "events" -> ClockMode.EVENTS;
            default -> throw new Refusal("--clock takes wall or events; got '" + clock + "'");
        };
    }

    private static void tell(PrintWriter out, Running running) {
        Topics topics = new Topics(running.installation().topicPrefix());
        for (List<String> line : List.of(
                List.of("Kafka", running.installation().bootstrapServers()),
                List.of("Flink's page", running.flinkPage().toString()),
                List.of("log (in)", topics.events()),
                List.of("alerts (out)", topics.alerts()),
                List.of("assessments", topics.assessments()),
                List.of("monthly classes", topics.classes()),
                List.of("rejects", topics.rejects()),
                List.of("data folder", running.installation().folder().toString()),
                List.of("state", running.isResumed() ? "from the newest checkpoint" : "new"))) {
            out.printf(Locale.ROOT, "  %-16s %s%n", line.get(0), line.get(1));
        }
    }
}
