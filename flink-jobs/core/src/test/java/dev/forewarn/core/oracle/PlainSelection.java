package dev.forewarn.core.oracle;

import dev.forewarn.core.indicator.Measure;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.indicator.Taking;
import dev.forewarn.core.oracle.PlainReading.Counted;
import dev.forewarn.core.time.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which facts of a measure a reading counts on one day, and when they ended. */
final class PlainSelection {

    /** By instant, then by record key; of several types the one whose name comes first. */
    static final Comparator<Counted> OLDEST_FIRST = Comparator.comparingLong(
                    (Counted one) -> one.fact().event().occurredAtMs())
            .thenComparing(one -> one.fact().recordKey())
            .thenComparing(one -> one.fact().event().type(), Comparator.reverseOrder());

    private final PlainFacts facts;
    private final Measure measure;
    private final ReadingSpec spec;
    private final LocalDate today;
    /** Endings later than this have not happened yet. */
    private final long endingsUntilMs;

    PlainSelection(PlainFacts facts, Measure measure, ReadingSpec spec, LocalDate today, long endingsUntilMs) {
        this.facts = facts;
        this.measure = measure;
        this.spec = spec;
        this.today = today;
        this.endingsUntilMs = endingsUntilMs;
    }

    /** The facts that the measure takes and that count today, the oldest first. */
    List<Counted> counted() {
        List<Counted> counted = new ArrayList<>();
        for (PlainFact fact : facts.asserted()) {
            boolean isPast = !fact.occurredDay().isAfter(today);
            boolean mayCount = isPast && takes(measure, fact) && isInside(fact) && isAlive(fact);
            if (mayCount && !(spec.isOfOpenFacts() && hasEnded(fact))) {
                counted.add(new Counted(fact, tierOf(fact)));
            }
        }
        counted.sort(OLDEST_FIRST);
        int newest = spec.taking().newest();
        return newest == 0 ? counted : counted.subList(Math.max(0, counted.size() - newest), counted.size());
    }

    static boolean takes(Measure measure, PlainFact fact) {
        return measure.on().contains(fact.event().type()) && PlainTerms.holds(measure.where(), fact);
    }

    private boolean isInside(PlainFact fact) {
        return PlainCalendar.isInside(spec.window(), fact.occurredDay(), today);
    }

    private boolean isAlive(PlainFact fact) {
        Taking.@Nullable Lives lives = spec.taking().lives();
        if (lives == null) {
            return true;
        }
        @Nullable String severity = fact.event().severity();
        @Nullable Window own = severity == null ? null : lives.bySeverity().get(severity);
        return PlainCalendar.isInside(own == null ? lives.other() : own, fact.occurredDay(), today);
    }

    private int tierOf(PlainFact fact) {
        int tier = 0;
        while (!PlainCalendar.isInside(spec.tiers().get(tier).window(), fact.occurredDay(), today)) {
            tier++;
        }
        return tier;
    }

    // --- ends

    boolean hasEnded(PlainFact fact) {
        @Nullable LocalDate ended = endedDay(fact);
        return ended != null && !ended.isAfter(today);
    }

    /** The day on which a fact ended, as far as that is known; null if it did not. */
    @Nullable
    LocalDate endedDay(PlainFact opening) {
        List<LocalDate> ends = new ArrayList<>();
        @Nullable LocalDate own = opening.endedDay();
        @Nullable Long ownMs = opening.event().endedAtMs();
        if (own != null && ownMs != null && ownMs <= endingsUntilMs) {
            ends.add(own);
        }
        facts.asserted().stream().filter(fact -> isEnding(fact, opening)).forEach(fact -> ends.add(fact.occurredDay()));
        return ends.stream().min(Comparator.naturalOrder()).orElse(null);
    }

    private boolean isEnding(PlainFact fact, PlainFact opening) {
        return measure.ends().contains(fact.event().type())
                && fact.event().occurredAtMs() >= opening.event().occurredAtMs()
                && fact.event().occurredAtMs() <= endingsUntilMs
                && (measure.match() == Measure.Match.ALL
                        || PlainTerms.text(measure.subject(), fact)
                                .equals(PlainTerms.text(measure.subject(), opening)));
    }
}
