package dev.forewarn.cli.count;

import dev.forewarn.avro.Family;
import dev.forewarn.core.handling.Outcome;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How early and how right alerts were, written out for a terminal. */
public final class LeadTimesText {

    /** The last day of each part of the distribution. */
    private static final List<Integer> PARTS = List.of(3, 7, 14, 21, 31);

    private final PrintWriter out;

    public LeadTimesText(PrintWriter out) {
        this.out = out;
    }

    /** Writes all lines, leads and reminders apart. */
    public void print(List<LeadTimes.Line> lines) {
        for (Family family : List.of(Family.LEAD, Family.REMINDER)) {
            List<LeadTimes.Line> alike =
                    lines.stream().filter(line -> line.family() == family).toList();
            out.println(family == Family.LEAD ? "Leads" : "Reminders");
            if (alike.isEmpty()) {
                out.println("  none");
            } else {
                table(alike);
            }
        }
        out.println(
                "(days: calendar days from the opening to the month end that would first have shown it; class: crossings and projections"
                        + " whose month has ended, and the share that its class confirmed; precision: of those of which people"
                        + " could tell, the share with something behind it; an alert for several domains stands in each)");
        out.flush();
    }

    private void table(List<LeadTimes.Line> lines) {
        StringBuilder head = new StringBuilder(String.format(
                Locale.ROOT, "  %-20s %-12s %8s %5s %5s %5s ", "domain", "rule", "alerts", "p10", "p50", "p90"));
        int from = 1;
        for (int to : PARTS) {
            head.append(String.format(Locale.ROOT, " %6s", from + "-" + to));
            from = to + 1;
        }
        out.println(head + "   class confirmed   precision  name");
        lines.forEach(this::line);
    }

    private void line(LeadTimes.Line line) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "  %-20s %-12s %,8d %5d %5d %5d ",
                line.domain(),
                line.rule(),
                line.alerts(),
                line.leadDaysAt(10),
                line.leadDaysAt(50),
                line.leadDaysAt(90)));
        int from = 1;
        for (int to : PARTS) {
            int least = from;
            long count = line.leadDays().stream()
                    .filter(days -> days >= least && days <= to)
                    .count();
            text.append(String.format(Locale.ROOT, " %,6d", count));
            from = to + 1;
        }
        text.append(String.format(Locale.ROOT, "   %15s   %9s  %s", classes(line), precision(line), line.ruleName()));
        out.println(text);
        more("found", line.outcomes());
        more("followed by", line.followedBy());
    }

    private static String classes(LeadTimes.Line line) {
        return line.crossings() == 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%,d of %,d %d%%",
                        line.classified(),
                        line.crossings(),
                        Math.round(100.0 * line.classified() / line.crossings()));
    }

    private static String precision(LeadTimes.Line line) {
        int told = line.byMeaning().getOrDefault(Outcome.Meaning.CONFIRMED, 0)
                + line.byMeaning().getOrDefault(Outcome.Meaning.REFUTED, 0);
        return told == 0 ? "-" : String.format(Locale.ROOT, "%.0f%% of %d", 100 * line.precision(), told);
    }

    private void more(String what, Map<String, Integer> counts) {
        String text = counts.entrySet().stream()
                .filter(count -> !count.getKey().isEmpty())
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
        if (!text.isEmpty()) {
            out.println("      " + what + ": " + text);
        }
    }
}
