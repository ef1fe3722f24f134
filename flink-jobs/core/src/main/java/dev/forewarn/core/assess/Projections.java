package dev.forewarn.core.assess;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.FactBook;
import dev.forewarn.core.time.LocalDays;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the classes that time alone will bring before the month ends. */
final class Projections {

    private final Plan plan;
    private final FactBook book;
    private final DayAssessment day;
    private final DayAssessment otherDay;
    private final boolean isStill;
    /** By scheme, the ranks that the fused class will have; null until somebody asks. */
    private @Nullable List<BitSet> ahead;

    /**
     * @param day filled for today
     * @param otherDay scratch that is moved ahead
     */
    Projections(FactBook book, DayAssessment day, DayAssessment otherDay) {
        this.plan = day.plan();
        this.book = book;
        this.day = day;
        this.otherDay = otherDay;
        this.isStill = day.scoreChange() > LocalDays.lastDayOfMonth(day.today());
    }

    /** The level that a rule gives a domain today, null if it does not hold; says when that may change. */
    @Nullable
    Level level(AlertRule.Projection rule, String domain, String reference) {
        // Whatever the days until then bring changes the score of its day; but then another month comes into view.
        day.horizon().on(LocalDays.lastDayOfMonth(day.today()) + 1);
        int scheme = plan.catalogue().schemeOf(domain);
        return scheme < 0 || isStill || !day.standsIn(scheme)
                ? null
                : level(rule, scheme, reference, day.fusedRank(scheme), ahead().get(scheme));
    }

    /** Whether a rule held for a domain at an instant of an earlier day, on the facts as now known. */
    boolean held(AlertRule.Projection rule, String domain, String reference, int onDay, long instantMs) {
        int scheme = plan.catalogue().schemeOf(domain);
        if (scheme < 0) {
            return false;
        }
        otherDay.fill(book.knownAt(instantMs), onDay);
        int rank = otherDay.fusedRank(scheme);
        return otherDay.standsIn(scheme)
                && otherDay.scoreChange() <= LocalDays.lastDayOfMonth(onDay)
                && level(rule, scheme, reference, rank, ranksAhead().get(scheme)) != null;
    }

    /** Moves the scratch to the first day of the worst class that a domain will reach; false if that is today's. */
    boolean moveToWorst(String domain) {
        int scheme = plan.catalogue().schemeOf(domain);
        if (scheme < 0 || isStill) {
            return false;
        }
        int worst = ahead().get(scheme).length() - 1;
        if (worst <= day.fusedRank(scheme)) {
            return false;
        }
        otherDay.fillAs(book, day);
        roll(then -> then.fusedRank(scheme) == worst);
        return true;
    }

    private @Nullable Level level(AlertRule.Projection rule, int scheme, String reference, int rank, BitSet ranks) {
        Scheme watched = plan.catalogue().schemes().get(scheme);
        int baseline = watched.bands().rankOf(reference);
        if (baseline < 0 || !rule.domains().contains(watched.domain())) {
            return null;
        }
        Level highest = null;
        int worse = Math.max(baseline, rank) + 1;
        for (int reached = ranks.nextSetBit(worse); reached >= 0; reached = ranks.nextSetBit(reached + 1)) {
            highest = Level.higher(highest, rule.levels().get(watched.bands().label(reached)));
        }
        return highest;
    }

    private List<BitSet> ahead() {
        if (ahead == null) {
            otherDay.fillAs(book, day);
            ahead = ranksAhead();
        }
        return ahead;
    }

    /** The ranks of all schemes on the days after the one that the scratch is filled with. */
    private List<BitSet> ranksAhead() {
        List<BitSet> ranks = new ArrayList<>();
        plan.catalogue().schemes().forEach(scheme -> ranks.add(new BitSet()));
        roll(then -> {
            for (int s = 0; s < ranks.size(); s++) {
                ranks.get(s).set(then.fusedRank(s));
            }
            return false;
        });
        return ranks;
    }

    /** Moves the scratch over the days on which time alone changes it, to the end of the month or until one will do. */
    private void roll(Predicate<DayAssessment> isFound) {
        int lastDay = LocalDays.lastDayOfMonth(otherDay.today());
        DaysAhead days = new DaysAhead(otherDay);
        days.begin();
        for (int next = days.nextDay(); next <= lastDay; next = days.nextDay()) {
            days.moveTo(next);
            if (isFound.test(otherDay)) {
                return;
            }
        }
    }
}
