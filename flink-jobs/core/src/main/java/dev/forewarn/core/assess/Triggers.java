package dev.forewarn.core.assess;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.Cited;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.Rows;
import dev.forewarn.core.indicator.MeasurePlan;
import dev.forewarn.core.time.Horizon;
import dev.forewarn.core.time.LocalDays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the facts that pull a trigger on a day. */
final class Triggers {

    private final DayAssessment day;
    private final LocalDays days;

    Triggers(DayAssessment day) {
        this.day = day;
        this.days = day.plan().catalogue().days();
    }

    /** The level of each subject for which a trigger holds today; says when that will change. */
    Map<String, Level> levels(AlertRule.Trigger rule) {
        if (hasNoFacts(rule)) {
            return Map.of();
        }
        TreeMap<String, Level> levels = new TreeMap<>();
        visit(
                rule,
                day.today(),
                day.horizon(),
                (type, fact, level) ->
                        levels.merge(rule.subject().of(fact), level, (a, b) -> a.compareTo(b) >= 0 ? a : b));
        return levels;
    }

    /** The level for one subject on a day, null if the trigger does not hold. */
    @Nullable
    Level level(AlertRule.Trigger rule, String subject, int onDay) {
        Level[] found = new Level[1];
        visit(rule, onDay, new Horizon(), (type, fact, level) -> {
            if (rule.subject().of(fact).equals(subject) && (found[0] == null || level.compareTo(found[0]) > 0)) {
                found[0] = level;
            }
        });
        return found[0];
    }

    /** The facts of one subject that pull the trigger today. */
    List<Cited> cited(AlertRule.Trigger rule, String subject) {
        List<Cited> cited = new ArrayList<>();
        visit(rule, day.today(), new Horizon(), (type, fact, level) -> {
            if (rule.subject().of(fact).equals(subject)) {
                cited.add(new Cited(type, fact));
            }
        });
        return cited;
    }

    private boolean hasNoFacts(AlertRule.Trigger rule) {
        List<MeasurePlan.Source> sources = day.plan().trigger(rule.terms().id());
        for (int i = 0; i < sources.size(); i++) {
            if (day.facts().rows(sources.get(i).type()).size() > 0) {
                return false;
            }
        }
        return true;
    }

    private void visit(AlertRule.Trigger rule, int onDay, Horizon horizon, Visitor visitor) {
        for (MeasurePlan.Source source : day.plan().trigger(rule.terms().id())) {
            Rows rows = day.facts().rows(source.type());
            for (int i = 0; i < rows.size(); i++) {
                Fact fact = rows.get(i);
                if (fact.isMatched(source.bit()) && !fact.isRetracted() && isLive(rule, fact, onDay, horizon)) {
                    Level level = level(rule, fact);
                    if (level != null) {
                        visitor.visit(rows.type(), fact, level);
                    }
                }
            }
        }
    }

    private boolean isLive(AlertRule.Trigger rule, Fact fact, int onDay, Horizon horizon) {
        int occurred = fact.occurredDay(days);
        int known = days.dayOf(fact.firstRecordedAtMs());
        int lastsUntil = rule.liveFor().plus(known);
        if (known >= rule.maxAge().plus(occurred) || lastsUntil <= onDay) {
            return false;
        }
        horizon.on(occurred > onDay ? occurred : lastsUntil);
        return occurred <= onDay;
    }

    private static @Nullable Level level(AlertRule.Trigger rule, Fact fact) {
        for (AlertRule.FactLevel choice : rule.levels()) {
            if (choice.when().test(fact)) {
                return choice.level();
            }
        }
        return null;
    }

    /** Is shown each fact that pulls a trigger. */
    private interface Visitor {
        void visit(String type, Fact fact, Level level);
    }
}
