package dev.forewarn.cli.simulate;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.EventFile;
import dev.forewarn.city.City;
import dev.forewarn.city.CityPlan;
import dev.forewarn.cli.option.InstallationOptions;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.replay.KafkaLog;
import dev.forewarn.cli.replay.Pace;
import dev.forewarn.cli.replay.Period;
import dev.forewarn.cli.replay.Progress;
import dev.forewarn.cli.replay.Publisher;
import dev.forewarn.cli.replay.Target;
import dev.forewarn.core.time.LocalDays;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

/** Lets a synthetic city live. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        header = "Makes the history of a synthetic city. Nothing in it is real.",
        description = {
            "",
            "Businesses open, are inspected, sampled and complained about, file their reports late or never, break for months,"
                    + " are put right or close; what is known of it comes late, twice, corrected or taken back, as source"
                    + " systems do. Names begin with 'Virtual' (虚拟), sources with 'virtual-', and the codes lie in the division"
                    + " 360699, which is not assigned. docs/CITY.md has every rate, with its source or as proposed.",
            "",
            "The same arguments give the same bytes on any machine. What no event says - how prone to trouble each business is,"
                    + " and when it broke - goes to a second file, the truth, against which warnings can be judged.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed: a file or the broker could not be used",
            "2:refused: wrong options, or history for a job on the wall clock"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  # A year of 20,000 businesses into a file, then into a job for history:",
            "  forewarn simulate --entities 20000 --days 365 --out city.avro",
            "  forewarn up --name city --clock events",
            "  forewarn replay city.avro --name city",
            "",
            "  # The same without a file, thirty days a second:",
            "  forewarn simulate --entities 20000 --days 365 --out kafka --name city --speed 30",
            ""
        })
public final class SimulateCommand implements Callable<Integer> {

    private static final String KAFKA = "kafka";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Target.Lookup targets;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--entities",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Businesses, at any time (default: ${DEFAULT-VALUE}).")
    private int entities = 1_000;

    @Option(
            names = "--days",
            paramLabel = "D",
            defaultValue = "365",
            description = "Days that are lived (default: ${DEFAULT-VALUE}).")
    private int days = 365;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Another seed is another city (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            defaultValue = "2025-01-01",
            description = "The first day (default: ${DEFAULT-VALUE}). Businesses are older.")
    private String start = "2025-01-01";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE|kafka",
            description = "A file that ends in .avro and is not there yet, or 'kafka': the log of the installation that"
                    + " --name names, with a Tick to every partition as each day passes.")
    private String out = "";

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Where the truth goes, a file that is not there yet (default: FILE.truth.csv, or"
                    + " city.truth.csv with --out kafka).")
    private @Nullable Path truth;

    @Option(
            names = "--speed",
            paramLabel = "max|N",
            defaultValue = "max",
            description = "With --out kafka: simulated days in a second (default: ${DEFAULT-VALUE}).")
    private String speed = "max";

    @Option(
            names = "--force",
            description = "With --out kafka: also to a job on the wall clock, for which most of history is too old.")
    private boolean isForced;

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    /** Takes how jobs are found, and the clock that says what lies in the future. */
    public SimulateCommand(Target.Lookup targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return simulate(Objects.requireNonNull(spec).commandLine().getOut());
    }

    private int simulate(PrintWriter report) throws IOException, InterruptedException {
        long started = System.nanoTime();
        CityPlan plan = plan();
        boolean isLog = out.equals(KAFKA);
        Pace pace = pace();
        if (!isLog && !out.endsWith(EventFile.SUFFIX)) {
            throw new Refusal(
                    "--out takes 'kafka', or a file that ends in " + EventFile.SUFFIX + "; got '" + out + "'");
        }
        Target target = isLog ? log(plan) : null;
        Path secrets = fresh(truth != null ? truth : Path.of(isLog ? "city.truth.csv" : out + ".truth.csv"));
        if (!isLog) {
            fresh(Path.of(out));
        }
        // Nothing is refused from here on, so that what is refused leaves no file that stands in the way.
        try (TruthFile truths = new TruthFile(secrets);
                Progress progress = progress(plan)) {
            City city = new City(plan, truths);
            long events = target == null
                    ? toFile(city, plan, Path.of(out), progress)
                    : toLog(city, plan, target, pace, progress);
            report(report, plan, events, truths, Duration.ofNanos(System.nanoTime() - started));
        } catch (IOException | InterruptedException | RuntimeException e) {
            // Half a truth is none.
            Files.deleteIfExists(secrets);
            throw e;
        }
        return CommandLine.ExitCode.OK;
    }

    /** The log that the city goes to, if it takes its history. */
    private Target log(CityPlan plan) throws IOException {
        Target target = targets.find(installation);
        Instant now = clock.instant();
        Instant end = end(plan);
        if (end.isAfter(now)) {
            throw new Refusal("a log takes nothing from the future, and this city lives until " + end
                    + "; give an earlier --start or fewer --days");
        }
        if (!isForced) {
            target.refuseHistory(begin(plan), now);
        }
        return target;
    }

    private static Progress progress(CityPlan plan) {
        return Progress.of(new Progress.Work("Simulating", "days", 1, plan.days()));
    }

    private long toFile(City city, CityPlan plan, Path file, Progress progress)
            throws IOException, InterruptedException {
        long count = 0;
        LocalDays local = new LocalDays(ZONE);
        int firstDay = local.dayOf(begin(plan).toEpochMilli());
        try (CityWriter writer = new CityWriter(file, "synthetic: forewarn simulate " + told(plan))) {
            for (Event event = city.next(); event != null; event = city.next()) {
                writer.add(event);
                if (++count % 10_000 == 0) {
                    progress.accept(local.dayOf(event.getRecordedAt().toEpochMilli()) - firstDay);
                }
            }
            writer.finish();
        } catch (IOException | InterruptedException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return count;
    }

    private long toLog(City city, CityPlan plan, Target target, Pace pace, Progress progress)
            throws IOException, InterruptedException {
        Instant now = clock.instant();
        Instant afterMidnight = end(plan).plus(Period.AFTER_MIDNIGHT);
        LocalDays local = new LocalDays(ZONE);
        int firstDay = local.dayOf(begin(plan).toEpochMilli());
        try (KafkaLog log =
                        KafkaLog.open(target.bootstrapServers(), target.topics().events());
                CityStream events = new CityStream(city, ms -> progress.accept(local.dayOf(ms) - firstDay))) {
            return new Publisher(log, local, pace)
                    .publish(events, begin(plan), afterMidnight.isAfter(now) ? now : afterMidnight, done -> {})
                    .events();
        }
    }

    private void report(PrintWriter report, CityPlan plan, long events, TruthFile truths, Duration took)
            throws IOException {
        double seconds = took.toMillis() / 1_000.0;
        report.printf(
                Locale.ROOT,
                "A synthetic city of %,d businesses lived %,d days from %s on (seed %d): %,d events in %.1f s, %,.0f a second%n",
                plan.entities(),
                plan.days(),
                plan.start(),
                plan.seed(),
                events,
                seconds,
                events / seconds);
        if (!out.equals(KAFKA)) {
            report.printf(Locale.ROOT, "events in %s, %,d bytes%n", out, Files.size(Path.of(out)));
        }
        report.printf(Locale.ROOT, "what no event says in %s, %,d lines%n", truths.path(), truths.count());
    }

    private CityPlan plan() {
        try {
            return new CityPlan(entities, LocalDate.parse(start), days, seed);
        } catch (DateTimeException e) {
            throw new Refusal("--start takes a day such as 2025-01-01; got '" + start + "'");
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
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

    private static Path fresh(Path file) {
        if (Files.exists(file)) {
            throw new Refusal(file + " is there already; move it away, or name another");
        }
        return file;
    }

    private static Instant begin(CityPlan plan) {
        return plan.start().atStartOfDay(ZONE).toInstant();
    }

    private static Instant end(CityPlan plan) {
        return begin(plan).atZone(ZONE).plusDays(plan.days()).toInstant();
    }

    private static String told(CityPlan plan) {
        return "--entities " + plan.entities() + " --days " + plan.days() + " --seed " + plan.seed() + " --start "
                + plan.start();
    }
}
