package dev.forewarn.cli.command;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Origin;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.history.EntityLog;
import dev.forewarn.cli.history.EventLog;
import dev.forewarn.cli.history.MonthCheck;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.core.dossier.EntityStep;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the classes of a month, and checks them against the raw events. */
@Command(
        name = "month",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how many businesses the classification of a month put into each class.",
            "",
            "With --check computes the month once more, from the raw events of the log: for every business all events that "
                    + "were known before the month's end, each of them twice and shuffled, and compares the result with the "
                    + "published one bit for bit. It runs the same arithmetic as the job, so it finds what went wrong by order, "
                    + "time, state or crashes, not a wrong formula.",
            "",
            "Exit code 0: agrees. 4: differs; every difference is listed."
        })
public final class MonthCommand implements Callable<Integer> {

    /** The published classes are not those that the events give. */
    static final int EXIT_DIFFERENCES = 4;

    private static final long SEED = 20260101;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "Which month (default: the last one that has ended on the clock of the log).")
    private @Nullable String wanted;

    @Option(names = "--check", description = "Compute it once more and compare.")
    private boolean isChecking;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "" + SEED,
            description = "Another order of the events (default: ${DEFAULT-VALUE}).")
    private long seed = SEED;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        EventLog log = options.log();
        MonthCheck check = new MonthCheck(options.published(), seed);
        YearMonth month = month(check, log);
        Map<String, MonthlyClass> published = published(month);
        if (published.isEmpty()) {
            throw new Refusal("there is no class of " + month + " in "
                    + options.topics().classes() + "; messages are kept there for 400 days");
        }
        mix(month, published, out);
        int exit = isChecking ? check(check, log, month, published, out) : CommandLine.ExitCode.OK;
        out.flush();
        return exit;
    }

    private YearMonth month(MonthCheck check, EventLog log) {
        // Until the work of a day has been spread, some businesses may not have been classified.
        YearMonth ended =
                check.monthAt(log.newestMs() - EntityStep.DEFAULT_SPREAD_MS).minusMonths(1);
        if (wanted == null) {
            return ended;
        }
        try {
            YearMonth month = YearMonth.parse(wanted);
            if (month.isAfter(ended)) {
                throw new Refusal(
                        month + " has not ended on the clock of the log; the last month that has is " + ended);
            }
            return month;
        } catch (DateTimeException e) {
            throw new Refusal("--month takes a month like 2026-06; got '" + wanted + "'");
        }
    }

    /** Our own classes of a month, as they were first published. */
    private Map<String, MonthlyClass> published(YearMonth month) {
        Map<String, MonthlyClass> published = new HashMap<>();
        try (TopicReader reader = new TopicReader(
                options.installation().bootstrapServers(), options.topics().classes())) {
            reader.readAll(message -> {
                if (Wire.decode(message.value(), MonthlyClass.class) instanceof Decoded.Value<MonthlyClass> found
                        && found.value().getOrigin() == Origin.ENGINE
                        && found.value().getMonth().equals(month.toString())) {
                    published.putIfAbsent(found.value().getEntityId(), found.value());
                }
            });
        }
        return published;
    }

    private static void mix(YearMonth month, Map<String, MonthlyClass> published, PrintWriter out) {
        Map<String, Integer> mix = new TreeMap<>();
        published.values().forEach(monthly -> mix.merge(monthly.getHeadlineClass(), 1, Integer::sum));
        out.printf(Locale.ROOT, "%s: %d businesses by their worst class: %s%n", month, published.size(), mix);
    }

    private static int check(
            MonthCheck check, EventLog log, YearMonth month, Map<String, MonthlyClass> published, PrintWriter out) {
        Map<String, MonthlyClass> left = new HashMap<>(published);
        List<MonthCheck.Difference> differences = new ArrayList<>();
        int[] checked = new int[1];
        log.forEach((EntityLog entity) -> {
            checked[0]++;
            differences.addAll(check.check(entity, month, left.remove(entity.entityId())));
        });
        left.values()
                .forEach(monthly -> differences.add(new MonthCheck.Difference(
                        monthly.getEntityId(), "", monthly.getHeadlineClass(), "no event in the log")));
        for (MonthCheck.Difference difference : differences) {
            out.printf(
                    Locale.ROOT,
                    "  %s %s: published %s; recomputed %s%n",
                    difference.entityId(),
                    difference.domain(),
                    difference.published(),
                    difference.recomputed());
        }
        out.printf(
                Locale.ROOT,
                "%d businesses recomputed from their events, each event twice, %s: %s%n",
                checked[0],
                check.isInOrder(month)
                        ? "in the order of the log, since a later catalogue reads attributes that an earlier one did not keep"
                        : "shuffled",
                differences.isEmpty() ? "all agree bit for bit" : differences.size() + " differences");
        return differences.isEmpty() ? CommandLine.ExitCode.OK : EXIT_DIFFERENCES;
    }
}
