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
    private int[] types = new int[16];
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

    /** Position of the type of a fact. */
    int type(int index) {
        return types[index];
    }

    /** The next day on which a fact joins or ends; leaving the window is for the reader to tell. */
    int nextDay() {
        return nextDay;
    }

    void clear() {
        size = 0;
        nextDay = Horizon.NEVER;
    }

    /**
     * Takes the facts of a measure from a first day to today.
     *
     * @param spec says whether facts that have ended by the end of today are left out, and which others
     */
    void fill(ReadingSpec spec, MeasurePlan plan, MeasurePlan.Sections sections, int firstDay, int today) {
        clear();
        boolean openOnly = spec.isOfOpenFacts();
        Taking.Lives lives = spec.taking().lives();
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
                } else if (day >= firstDay
                        && (lives == null || isAlive(lives, fact, today))
                        && (!openOnly || isOpen(plan, sections, fact, today))) {
                    add(fact, source.type());
                }
            }
        }
        if (spec.taking().newest() > 0) {
            keepNewest(spec.taking().newest());
        }
    }

    private boolean isAlive(Taking.Lives lives, Fact fact, int today) {
        int until = lives.of(fact.severity()).plus(fact.occurredDay(days));
        if (until <= today) {
            return false;
        }
        nextDay = Math.min(nextDay, until);
        return true;
    }

    /** Whether a fact has not ended by the end of a day; says when it will. */
    private boolean isOpen(MeasurePlan plan, MeasurePlan.Sections sections, Fact fact, int today) {
        int last = endDay(plan, sections, fact, today);
        if (last > today) {
            nextDay = Math.min(nextDay, last);
            return true;
        }
        return false;
    }

    /**
     * The day on which a fact ends, by its own end or by a matching ending, as far as it is known; later than today if
     * it has not ended by then.
     */
    int endDay(MeasurePlan plan, MeasurePlan.Sections sections, Fact fact, int today) {
        long untilMs = sections.endingsUntilMs();
        boolean hasEnd = fact.endedAtMs() != Exact.ABSENT && fact.endedAtMs() <= untilMs;
        int last = hasEnd ? days.dayOf(fact.endedAtMs()) : Horizon.NEVER;
        for (int e = 0; e < plan.ends().size(); e++) {
            Rows endings = sections.rows(plan.ends().get(e));
            for (int i = 0; i < endings.size(); i++) {
                Fact ending = endings.get(i);
                if (ending.occurredAtMs() <= untilMs && ends(plan.measure(), ending, fact)) {
                    last = Math.min(last, ending.occurredDay(days));
                }
            }
        }
        return last;
    }

    private static boolean ends(Measure measure, Fact ending, Fact opening) {
        return !ending.isRetracted()
                && ending.occurredAtMs() >= opening.occurredAtMs()
                && (measure.match() == Measure.Match.ALL
                        || measure.subject().of(ending).equals(measure.subject().of(opening)));
    }

    /** Whether a fact is newer than another: by instant, then by record key, then by type. */
    boolean isNewer(int index, int other) {
        Fact fact = facts[index];
        if (fact.occurredAtMs() != facts[other].occurredAtMs()) {
            return fact.occurredAtMs() > facts[other].occurredAtMs();
        }
        int order = fact.recordKey().compareTo(facts[other].recordKey());
        return order != 0 ? order > 0 : types[index] < types[other];
    }

    private void keepNewest(int count) {
        for (int kept = 0; kept < Math.min(count, size); kept++) {
            int newest = kept;
            for (int i = kept + 1; i < size; i++) {
                newest = isNewer(i, newest) ? i : newest;
            }
            swap(kept, newest);
        }
        size = Math.min(count, size);
    }

    private void swap(int a, int b) {
        Fact fact = facts[a];
        facts[a] = facts[b];
        facts[b] = fact;
        int type = types[a];
        types[a] = types[b];
        types[b] = type;
    }

    void add(Fact fact, int type) {
        if (size == facts.length) {
            facts = Arrays.copyOf(facts, 2 * size);
            types = Arrays.copyOf(types, 2 * size);
        }
        types[size] = type;
        facts[size++] = fact;
    }
}
