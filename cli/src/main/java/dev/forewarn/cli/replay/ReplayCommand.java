package dev.forewarn.cli.replay;

import dev.forewarn.cli.option.InstallationOptions;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.core.time.LocalDays;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that replays files of recorded history to a job. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        header = "Replays recorded history, such as exports of inspections, to a running job.",
        description = {
            "",
            "Each row of the files becomes one or several events, as a mapping says (YAML; see docs/MAPPING.md). All"
                    + " events of all files are put in the order in which they became known and written to the job's"
                    + " log, with a Tick to every partition as each day passes, so that businesses without an event"
                    + " age too.",
            "",
            "A row that cannot be mapped never stops the replay: it is counted, and written to the rejects file with"
                    + " every reason. Replaying twice is harmless: the job recognises what it knows.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, and every row was mapped",
            "1:failed: a file or the broker could not be used",
            "2:refused: wrong options, a mapping with faults, or history for a job on the wall clock",
            "3:done, but some rows were rejected"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  # Count first, without a broker:",
            "  forewarn replay events.csv --dry-run \\",
            "      --mapping config/examples/fda-firms/mappings",
            "",
            "  # A job for history in one terminal, thirty days a second in another:",
            "  forewarn up --name fda --clock events \\",
            "      --catalogue config/examples/fda-firms/catalogue",
            "  forewarn replay events.csv --name fda --speed 30 \\",
            "      --mapping config/examples/fda-firms/mappings",
            "",
            "  # A simulated city (forewarn simulate --out city.avro) needs no mapping:",
            "  forewarn replay city.avro --name city",
            "",
            "  # Two files, each through the mapping whose columns it has; one year:",
            "  forewarn replay businesses.csv events.csv --name food \\",
            "      --mapping config/examples/chicago-food/mappings \\",
            "      --from 2012-01-01 --to 2012-12-31",
            ""
        })
public final class ReplayCommand implements Callable<Integer> {

    private final Target.Lookup targets;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HistoryFiles history = new HistoryFiles();

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--speed",
            paramLabel = "max|N",
            defaultValue = "max",
            description = "Replayed days in a second. Default: ${DEFAULT-VALUE}, as fast as it goes.")
    private String speed = "max";

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "First day, by when events became known: 2012-01-01, or an instant 2012-01-01T06:00:00Z.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description =
                    "Last day, included; time passes to one hour after its end. An instant ends the replay exactly"
                            + " there, so that another can go on from it. Default: the day of the last event.")
    private @Nullable String to;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Where days begin. Default: the zone of the mappings; without any, Asia/Shanghai.")
    private @Nullable String zone;

    @Option(names = "--dry-run", description = "Map and count only; needs no broker.")
    private boolean isDryRun;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean isJson;

    @Option(
            names = "--force",
            description = "Replay facts older than two days to a job on the wall clock too, where they lie outside most"
                    + " windows.")
    private boolean isForced;

    /** Takes how jobs are found, and the clock that says which events lie in the future. */
    public ReplayCommand(Target.Lookup targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return replay(Objects.requireNonNull(spec).commandLine().getOut());
    }

    private int replay(PrintWriter out) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Instant now = clock.instant();
        Pace pace = pace();
        HistoryFiles.Checked checked = history.check();
        ZoneId days = days(checked);
        Period period = Period.parse(from, to, days);
        Target target = isDryRun ? null : targets.find(installation);
        try (RejectsFile rejectsFile = history.rejects();
                Prepared prepared = history.prepare(checked, period, now, rejectsFile)) {
            Publisher.Published published = target == null || prepared.count() == 0
                    ? null
                    : publish(prepared, target, new LocalDays(days), pace, period.endAfter(prepared.last(), days, now));
            ReplayReport report = new ReplayReport(
                    prepared,
                    rejectsFile.exists() ? rejectsFile.path() : null,
                    target == null ? null : target.topics().events(),
                    published,
                    Duration.ofNanos(System.nanoTime() - started));
            if (isJson) {
                out.println(report.json());
            } else {
                report.print(out);
            }
            return RejectsFile.exitCode(prepared);
        }
    }

    private Publisher.Published publish(Prepared prepared, Target target, LocalDays days, Pace pace, Instant end)
            throws IOException, InterruptedException {
        if (!isForced) {
            target.refuseHistory(prepared.first(), clock.instant());
        }
        try (KafkaLog log =
                        KafkaLog.open(target.bootstrapServers(), target.topics().events());
                EventStream events = prepared.events();
                Progress progress = Progress.of(new Progress.Work("Publishing", "events", 1, prepared.count()))) {
            return new Publisher(log, days, pace).publish(events, prepared.first(), end, progress);
        }
    }

    private ZoneId days(HistoryFiles.Checked checked) {
        if (zone == null) {
            return MappingFiles.zone(checked.mappings());
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new Refusal("--zone must be a time zone, such as Asia/Shanghai; got " + zone);
        }
    }

    private Pace pace() {
        if (speed.equals("max")) {
            return Pace.unbounded();
        }
        try {
            return Pace.ofDaysPerSecond(Double.parseDouble(speed));
        } catch (IllegalArgumentException e) {
            throw new Refusal("--speed must be max, or days in a second above 0; got " + speed);
        }
    }
}
