package dev.forewarn.core.alert;

import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.time.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When an alert is raised. */
public sealed interface AlertRule {

    RuleTerms terms();

    /** The conditions on days that the rule asks. */
    default List<DayCondition> conditions() {
        return List.of();
    }

    /**
     * The live fused class of a domain is worse than its baseline class. One alert per domain, which is its subject.
     *
     * @param domains domains that are watched; those without a scheme never cross
     * @param levels level by the class that is reached; a class that is not named raises nothing
     * @param clearMargin points that the score must fall below a class before the alert follows it down, at least 0
     */
    record Crossing(RuleTerms terms, List<String> domains, Map<String, Level> levels, int clearMargin)
            implements AlertRule {
        public Crossing {
            domains = List.copyOf(domains);
            levels = Map.copyOf(levels);
        }
    }

    /**
     * Time alone will make the fused class of a domain worse than its baseline class, and than that of today, before
     * the month ends. One alert per domain, which is its subject.
     *
     * @param domains domains that are looked ahead for; those without a scheme never get there
     * @param levels level by a class that will be reached, the highest of them; a class that is not named raises
     *     nothing
     */
    record Projection(RuleTerms terms, List<String> domains, Map<String, Level> levels) implements AlertRule {
        public Projection {
            domains = List.copyOf(domains);
            levels = Map.copyOf(levels);
        }
    }

    /**
     * A fact that matches: an implicit measure. It holds while a winning version matches that became known in time and
     * lives.
     *
     * @param subject what the alert is about; facts of one subject make one alert
     * @param levels the first case that takes a fact gives its level; a fact that none takes raises nothing
     * @param maxAge a fact counts if it became known within this time after it happened
     * @param liveFor and for this long after it first became known
     */
    record Trigger(
            RuleTerms terms,
            List<String> on,
            FactCondition where,
            TextTerm subject,
            List<FactLevel> levels,
            Window maxAge,
            Window liveFor)
            implements AlertRule {
        public Trigger {
            on = List.copyOf(on);
            levels = List.copyOf(levels);
        }
    }

    /**
     * A condition on readings and results. One alert per entity.
     *
     * @param clear what must hold for an open alert to clear; null: that {@code when} does not hold
     * @param levels the first case that holds gives the level; none: the condition does not hold
     */
    record Condition(
            RuleTerms terms, DayCondition when, @Nullable DayCondition clear, List<DayLevel> levels)
            implements AlertRule {
        public Condition {
            levels = List.copyOf(levels);
        }

        @Override
        public List<DayCondition> conditions() {
            List<DayCondition> all = new ArrayList<>(List.of(when));
            levels.forEach(level -> all.add(level.when()));
            if (clear != null) {
                all.add(clear);
            }
            return List.copyOf(all);
        }
    }

    /** A level and the facts that it is for. */
    record FactLevel(Level level, FactCondition when) {}

    /** A level and the days that it is for. */
    record DayLevel(Level level, DayCondition when) {}
}
