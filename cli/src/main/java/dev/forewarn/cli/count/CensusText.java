package dev.forewarn.cli.count;

import dev.forewarn.avro.Transition;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A census written out for a terminal. */
public final class CensusText {

    /** What facts do, in the order in which an alert goes through it. */
    private static final List<Transition> SIGNALS = List.of(
            Transition.RAISED,
            Transition.ESCALATED,
            Transition.EASED,
            Transition.CLASSIFIED,
            Transition.CLEARED,
            Transition.WITHDRAWN);

    /** What people and deadlines do; shown where they do anything. */
    private static final List<Transition> HANDLING = List.of(
            Transition.RESUMED, Transition.HANDLED, Transition.OVERDUE, Transition.UNHANDLED, Transition.UNSUPPRESSED);

    private final PrintWriter out;

    public CensusText(PrintWriter out) {
        this.out = out;
    }

    /** Writes all of it. */
    public void print(Census census) {
        log(census);
        outputs(census);
        alerts(census);
    }

    private void log(Census census) {
        LogCount log = census.log();
        out.println(census.topics().events());
        census.log().messages().forEach((kind, count) -> {
            if (!kind.equals("Event")) {
                line(count, kind.equals("Tick") ? "ticks" : "messages: " + kind);
            }
        });
        line(log.events(), "events");
        log.eventsByType().forEach((type, count) -> line(count, "  " + type));
        line(log.facts(), "different facts");
        line(log.furtherVersions(), "further versions of facts");
        line(log.duplicates(), "duplicates");
        line(log.entities(), "businesses");
        if (census.behind().isEmpty()) {
            out.println("The job has not completed a checkpoint: what follows may lag behind.");
        } else if (census.behind().getAsLong() > 0) {
            out.printf(
                    Locale.ROOT,
                    "No checkpoint covers the last %,d messages yet: what follows may lag behind.%n",
                    census.behind().getAsLong());
        }
    }

    private void outputs(Census census) {
        OutputCount outputs = census.outputs();
        out.println(census.topics().rejects());
        line(sum(outputs.rejects()), "rejects");
        outputs.rejects().forEach((reason, count) -> line(count, "  " + reason));
        out.println(census.topics().assessments());
        line(outputs.assessments(), "assessments");
        line(outputs.assessedEntities(), "businesses, by the worst class of their newest assessment");
        outputs.entitiesByClass().forEach((label, count) -> line(count, "  " + label));
        out.println(census.topics().classes());
        line(
                outputs.monthlyClasses(),
                outputs.firstMonth() == null
                        ? "month-end classes"
                        : "month-end classes, " + outputs.firstMonth() + " to " + outputs.lastMonth());
        outputs.monthlyByClass().forEach((label, count) -> line(count, "  " + label));
    }

    private void alerts(Census census) {
        AlertCount alerts = census.alerts();
        out.println(census.topics().alerts());
        line(alerts.alerts(), "alerts");
        line(alerts.entities(), "businesses that ever had one");
        line(alerts.transitions(), "transitions");
        line(alerts.repeated(), "repeated messages");
        List<AlertCount.Line> lines = alerts.lines();
        if (lines.isEmpty()) {
            return;
        }
        List<Transition> shown = shown(lines);
        StringBuilder head =
                new StringBuilder(String.format(Locale.ROOT, "%n%-14s %-7s %9s", "rule", "level", "alerts"));
        shown.forEach(transition -> head.append(
                String.format(Locale.ROOT, " %12s", transition.name().toLowerCase(Locale.ROOT))));
        out.println(head.append(String.format(Locale.ROOT, " %9s %9s  %s", "open", "lead days", "name")));
        lines.forEach(line -> alertLine(line, shown));
        out.println("(level: the highest of an alert; lead days: median, from the opening to the month end that would"
                + " first have shown it)");
    }

    private static List<Transition> shown(List<AlertCount.Line> lines) {
        List<Transition> shown = new ArrayList<>(SIGNALS);
        HANDLING.stream()
                .filter(transition ->
                        lines.stream().anyMatch(line -> line.transitions().containsKey(transition)))
                .forEach(shown::add);
        return shown;
    }

    private void alertLine(AlertCount.Line line, List<Transition> shown) {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-14s %-7s %,9d", line.rule(), line.level(), line.alerts()));
        for (Transition transition : shown) {
            text.append(String.format(Locale.ROOT, " %,12d", line.transitions().getOrDefault(transition, 0L)));
        }
        out.println(text.append(
                String.format(Locale.ROOT, " %,9d %9d  %s", line.open(), line.medianLeadDays(), line.ruleName())));
    }

    private void line(long count, String what) {
        out.printf(Locale.ROOT, "%,12d %s%n", count, what);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
