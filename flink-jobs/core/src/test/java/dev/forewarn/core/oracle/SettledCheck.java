package dev.forewarn.core.oracle;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends the messages of each month in several orders. What holds at the end is open, at its level, in all of them; what
 * is open beyond that is a crossing whose class lies between the class that it was raised against and that of the last
 * month.
 */
final class SettledCheck {

    private static final int ORDERS = 3;

    private final Case made;
    private final Dice dice;

    SettledCheck(Case made) {
        this.made = made;
        this.dice = new Dice(~made.seed());
    }

    @Nullable
    String findBreach() {
        @Nullable List<String> before = null;
        for (int order = 0; order < ORDERS; order++) {
            List<Message> log = reordered();
            CoreRun core = new CoreRun(made.timeline());
            log.forEach(core::onMessage);
            core.wake(made.untilMs());
            List<String> settled = settled(core);
            @Nullable String breach = before == null ? null : Difference.between("open alerts", before, settled);
            if (breach != null) {
                return breach + "\n  in the order " + CaseText.keys(log);
            }
            before = settled;
        }
        return null;
    }

    /** The same log with the messages of each month in another order. */
    private List<Message> reordered() {
        PlainCalendar calendar = new PlainCalendar(made.last().days().zone());
        Map<YearMonth, List<Message>> months = made.log().stream()
                .collect(Collectors.groupingBy(
                        message -> YearMonth.from(calendar.dayOf(message.recordedAtMs())),
                        TreeMap::new,
                        Collectors.toList()));
        List<Message> log = new ArrayList<>();
        months.values().forEach(month -> log.addAll(dice.shuffled(month)));
        return log;
    }

    private List<String> settled(CoreRun core) {
        List<String> holding = new ArrayList<>();
        core.holdings(made.untilMs())
                .forEach(one -> holding.add(one.ruleId() + "/" + one.subject() + " " + one.level()));
        List<String> settled = new ArrayList<>();
        core.openAlerts().forEach(alert -> {
            String line = alert.ruleId() + "/" + alert.subject() + " " + alert.level();
            if (holding.contains(line) || !looksAtMonths(alert.ruleId())) {
                settled.add(line);
            }
        });
        return settled;
    }

    private boolean looksAtMonths(String ruleId) {
        return made.last().rules().stream()
                .anyMatch(rule -> rule.terms().id().equals(ruleId) && PlainSays.looksAtMonths(rule));
    }
}
