package dev.forewarn.core.indicator;

import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.Rows;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Horizon;
import dev.forewarn.core.time.LocalDays;
import java.util.Arrays;

/** The facts of one measure that a reading counts on one day; filled again for each reading. */
final class Selection {

    private final LocalDays days;
    private Fact[] facts = new Fact[16];
    private int size;
    private int nextDay;

    Selection(LocalDays days) {
        this.days = days;
    }

    int size() {
        return size;
    }

    Fact get(int index) {
        return facts[index];
    }

    /** The next day on which a fact joins, or an open one ends; leaving the window is for the reader to tell. */
    int nextDay() {
        return nextDay;
    }

    /**
     * Takes the facts of a measure from a first day to today.
     *
     * @param openOnly whether facts that have ended by the end of today are left out
     */
    void fill(MeasurePlan plan, MeasurePlan.Sections sections, int firstDay, int today, boolean openOnly) {
        size = 0;
        nextDay = Horizon.NEVER;
        for (int s = 0; s < plan.on().size(); s++) {
            MeasurePlan.Source source = plan.on().get(s);
            Rows rows = sections.rows(source.type());
            for (int i = 0; i < rows.size(); i++) {
                Fact fact = rows.get(i);
                if (!MeasurePlan.takes(source, fact)) {
                    continue;
                }
                int day = fact.occurredDay(days);
                if (day > today) {
                    nextDay = Math.min(nextDay, day);
                } else if (day >= firstDay && (!openOnly || isOpen(plan, sections, fact, today))) {
                    add(fact);
                }
            }
        }
    }

    /** Whether a fact has not ended by the end of a day, by its own end or by a matching ending. */
    private boolean isOpen(MeasurePlan plan, MeasurePlan.Sections sections, Fact fact, int today) {
        long untilMs = sections.endingsUntilMs();
        boolean hasEnd = fact.endedAtMs() != Exact.ABSENT && fact.endedAtMs() <= untilMs;
        int last = hasEnd ? days.dayOf(fact.endedAtMs()) : Horizon.NEVER;
        for (int e = 0; e < plan.ends().size() && last > today; e++) {
            Rows endings = sections.rows(plan.ends().get(e));
            for (int i = 0; i < endings.size(); i++) {
                Fact ending = endings.get(i);
                if (ending.occurredAtMs() <= untilMs && ends(plan.measure(), ending, fact)) {
                    last = Math.min(last, ending.occurredDay(days));
                }
            }
        }
        if (last > today) {
            nextDay = Math.min(nextDay, last);
            return true;
        }
        return false;
    }

    private static boolean ends(Measure measure, Fact ending, Fact opening) {
        return !ending.isRetracted()
                && ending.occurredAtMs() >= opening.occurredAtMs()
                && (measure.match() == Measure.Match.ALL
                        || measure.subject().of(ending).equals(measure.subject().of(opening)));
    }

    private void add(Fact fact) {
        if (size == facts.length) {
            facts = Arrays.copyOf(facts, 2 * size);
        }
        facts[size++] = fact;
    }
}
