package dev.forewarn.core.assess;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.FactBook;
import dev.forewarn.core.fact.Rows;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.indicator.Measure;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Horizon;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.core.time.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Until when a row is kept: until the last day on which it can be read, or its own day of recording, plus the
 * correction horizon. One window, the longest that the catalogue reads, serves all types, so that a new measure finds
 * the past; a type that is read without a window stays.
 */
public final class Retention {

    /** Rows of one entity above which closed rows are dropped. */
    public static final int MOST_ROWS = 4096;

    private final LocalDays days;
    private final int horizonDays;
    private final int lookBackDays;
    private final Window longest;
    private final Window longestLife;
    private final Set<String> endless;

    Retention(Catalogue catalogue) {
        this.days = catalogue.days();
        this.horizonDays = catalogue.correctionHorizonDays();
        this.lookBackDays = lookBackDays(catalogue);
        Window window = Window.ofYears(1);
        Window life = Window.ofDays(1);
        this.endless = new HashSet<>();
        for (ReadingSpec reading : catalogue.readings()) {
            if (reading.measure() == ReadingSpec.NO_MEASURE) {
                // A pattern keeps nothing: the readings that it looks at do.
                continue;
            }
            if (reading.window().isEver()) {
                Measure measure = catalogue.measures().get(reading.measure());
                endless.addAll(measure.on());
                endless.addAll(measure.ends());
            } else if (reading.window().isAtLeast(window)) {
                window = reading.window();
            }
        }
        for (AlertRule rule : catalogue.rules()) {
            if (rule instanceof AlertRule.Trigger trigger) {
                if (trigger.liveFor().isEver()) {
                    endless.addAll(trigger.on());
                } else if (trigger.liveFor().isAtLeast(life)) {
                    life = trigger.liveFor();
                }
            }
        }
        this.longest = window;
        this.longestLife = life;
    }

    /** How many days back rules look at scores: rows are read for so much longer. */
    private static int lookBackDays(Catalogue catalogue) {
        return catalogue.rules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .flatMap(condition -> condition.rises().stream())
                .mapToInt(DayCondition.Rise::days)
                .max()
                .orElse(0);
    }

    /** The first day on which a row may go, or {@link Horizon#NEVER}. */
    public int keptUntil(String type, Fact fact) {
        int recorded = days.dayOf(fact.recordedAtMs()) + lookBackDays;
        if (fact.isRetracted()) {
            return longest.plus(recorded) + horizonDays;
        }
        if (type.equals(Event.PROFILE)) {
            return fact.endedAtMs() == Exact.ABSENT ? Horizon.NEVER : days.dayOf(fact.endedAtMs()) + horizonDays;
        }
        if (endless.contains(type)) {
            return Horizon.NEVER;
        }
        int read = longest.plus(fact.occurredDay(days)) + lookBackDays;
        int lives = longestLife.plus(days.dayOf(fact.firstRecordedAtMs()));
        return Math.max(Math.max(read, lives), recorded) + horizonDays;
    }

    /**
     * Drops the oldest rows where there are too many: closed ones first, and never the profile; the newest row of a
     * subject and open rows go only if nothing else is left and there are twice too many.
     *
     * @return whether rows were dropped
     */
    public boolean makeRoom(FactBook book, int today) {
        int size = book.size();
        if (size <= MOST_ROWS) {
            return false;
        }
        Set<Fact> spared = newestOfSubjects(book);
        List<Fact> closed = new ArrayList<>();
        List<Fact> others = new ArrayList<>();
        for (Rows rows : book.sections()) {
            for (int i = 0; i < rows.size() && !rows.type().equals(Event.PROFILE); i++) {
                Fact fact = rows.get(i);
                boolean isSpared = spared.contains(fact) || isOpen(rows.type(), fact, today);
                (isSpared ? others : closed).add(fact);
            }
        }
        // Some room to spare, so that not every event has to make room again.
        Set<Fact> dropped = oldest(closed, size - MOST_ROWS + MOST_ROWS / 16);
        dropped.addAll(oldest(others, size - dropped.size() - 2 * MOST_ROWS));
        book.removeIf((type, fact) -> dropped.contains(fact));
        return !dropped.isEmpty();
    }

    private static Set<Fact> oldest(List<Fact> facts, int count) {
        return facts.stream()
                .sorted(Comparator.comparingLong(Fact::occurredAtMs).thenComparing(Fact::recordKey))
                .limit(Math.max(0, count))
                .collect(Collectors.toCollection(Retention::identitySet));
    }

    private static Set<Fact> newestOfSubjects(FactBook book) {
        Map<String, Fact> newest = new HashMap<>();
        for (Rows rows : book.sections()) {
            for (int i = 0; i < rows.size(); i++) {
                Fact fact = rows.get(i);
                newest.merge(
                        rows.type() + ' ' + fact.subject(),
                        fact,
                        (a, b) -> b.occurredAtMs() >= a.occurredAtMs() ? b : a);
            }
        }
        Set<Fact> spared = identitySet();
        spared.addAll(newest.values());
        return spared;
    }

    /** A set by identity: rows of two types may be alike to the byte. */
    private static Set<Fact> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private boolean isOpen(String type, Fact fact, int today) {
        boolean hasEnded = fact.endedAtMs() != Exact.ABSENT && days.dayOf(fact.endedAtMs()) <= today;
        return endless.contains(type) && !fact.isRetracted() && !hasEnded;
    }

    /** Whether the facts of an open alert's first day are still all there. */
    public boolean covers(int openingDay, int today) {
        return today <= openingDay + horizonDays;
    }
}
