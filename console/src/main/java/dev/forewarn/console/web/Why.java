package dev.forewarn.console.web;

import dev.forewarn.console.message.AlertMessage;
import dev.forewarn.console.message.Change;
import dev.forewarn.console.message.Contribution;
import dev.forewarn.console.message.DirectRule;
import dev.forewarn.console.message.ForecastStep;
import dev.forewarn.console.message.Standing;
import dev.forewarn.console.message.WayDown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a business stands where it does in one domain, as lines for a table and a chart.
 *
 * @param lines what makes up the score, the largest first, and what no longer does since the official class
 */
public record Why(
        Standing standing,
        List<Line> lines,
        List<DirectRule> rules,
        List<ForecastStep> forecast,
        List<WayDown> waysDown) {

    public Why {
        lines = List.copyOf(lines);
        rules = List.copyOf(rules);
        forecast = List.copyOf(forecast);
        waysDown = List.copyOf(waysDown);
    }

    /**
     * One indicator.
     *
     * @param contribution null of one that adds nothing any more
     * @param now its part of the score
     * @param moved by how much that has changed since the official class; null if the message does not say
     */
    public record Line(
            String indicator,
            String nameZh,
            String nameEn,
            @Nullable Contribution contribution,
            int now,
            @Nullable Integer moved) {}

    /** One for each domain that has something to say, in the catalogue's order, the alert's own domains first. */
    public static List<Why> of(AlertMessage alert) {
        return alert.standings().stream()
                .map(standing -> of(alert, standing))
                .sorted(Comparator.comparing(
                        (Why why) -> !alert.domains().contains(why.standing().domain())))
                .toList();
    }

    private static Why of(AlertMessage alert, Standing standing) {
        String domain = standing.domain();
        return new Why(
                standing,
                lines(alert, domain),
                alert.directRules().stream()
                        .filter(rule -> rule.domain().equals(domain))
                        .toList(),
                alert.forecast().stream()
                        .filter(step -> step.domain().equals(domain))
                        .toList(),
                alert.waysDown().stream()
                        .filter(way -> way.domain().equals(domain))
                        .toList());
    }

    private static List<Line> lines(AlertMessage alert, String domain) {
        Map<String, Change> changes = alert.changes().stream()
                .filter(change -> change.domain().equals(domain))
                .collect(Collectors.toMap(Change::indicator, Function.identity(), (first, second) -> first));
        List<Line> lines = new ArrayList<>();
        for (Contribution part : alert.contributions()) {
            if (part.domain().equals(domain)) {
                Change change = changes.remove(part.indicator());
                lines.add(new Line(
                        part.indicator(),
                        part.nameZh(),
                        part.nameEn(),
                        part,
                        part.contribution(),
                        change == null ? null : Integer.valueOf(change.moved())));
            }
        }
        changes.values().stream()
                .sorted(Comparator.comparing(Change::indicator))
                .filter(change -> change.now() == 0)
                .forEach(change -> lines.add(
                        new Line(change.indicator(), change.indicator(), change.indicator(), null, 0, change.moved())));
        return lines;
    }

    /** Whether anything is to be drawn. */
    public boolean hasLines() {
        return !lines.isEmpty();
    }
}
