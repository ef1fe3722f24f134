package dev.forewarn.core.assess;

import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.FactBook;
import dev.forewarn.core.score.ClassBands;
import dev.forewarn.core.time.LocalDays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rolls an entity forward over the days on which time alone changes it. */
final class Outlook {

    /** How far ahead, in days: beyond every yearly duty. */
    private static final int FARTHEST_DAYS = 400;

    /** Days that are looked at; an indicator by days moves on each. */
    private static final int MOST_DAYS = 64;

    private static final int MOST_CAUSES = 3;

    private final Plan plan;
    private final DayAssessment today;
    private final DayAssessment ahead;
    private final List<ForecastStep> steps = new ArrayList<>();
    private final List<MonthEndClass> monthEnd = new ArrayList<>();
    private final int[] ranks;
    private final long[][] shares;

    /** @param ahead scratch */
    Outlook(DayAssessment today, DayAssessment ahead) {
        this.plan = today.plan();
        this.today = today;
        this.ahead = ahead;
        int schemes = plan.catalogue().schemes().size();
        this.ranks = new int[schemes];
        this.shares = new long[schemes][];
    }

    /** @param nextChange the next day on which anything may change */
    void look(FactBook book, int nextChange) {
        remember(today);
        int lastOfMonth = LocalDays.firstDayOf(LocalDays.monthOf(today.today()) + 1) - 1;
        DayAssessment at = today;
        int next = nextChange;
        for (int days = 0; days < MOST_DAYS && next <= today.today() + FARTHEST_DAYS; days++) {
            if (monthEnd.isEmpty() && next > lastOfMonth) {
                takeMonthEnd(at);
            }
            ahead.fill(book, next);
            at = ahead;
            compare();
            remember(ahead);
            next = Math.max(ahead.horizon().day(), next + 1);
        }
        if (monthEnd.isEmpty()) {
            takeMonthEnd(at);
        }
    }

    List<ForecastStep> steps() {
        return steps;
    }

    List<MonthEndClass> monthEnd() {
        return monthEnd;
    }

    private void takeMonthEnd(DayAssessment at) {
        List<Scheme> schemes = plan.catalogue().schemes();
        for (int s = 0; s < schemes.size(); s++) {
            if (at.standsIn(s)) {
                String label = schemes.get(s).bands().label(at.fusedRank(s));
                monthEnd.add(new MonthEndClass(schemes.get(s).domain(), at.score(s), label));
            }
        }
    }

    private void remember(DayAssessment day) {
        for (int s = 0; s < ranks.length; s++) {
            ranks[s] = day.fusedRank(s);
            shares[s] = day.scheme(s).shares().clone();
        }
    }

    private void compare() {
        for (int s = 0; s < ranks.length; s++) {
            if (ahead.standsIn(s) && ahead.fusedRank(s) != ranks[s]) {
                Scheme scheme = plan.catalogue().schemes().get(s);
                ClassBands bands = scheme.bands();
                steps.add(new ForecastStep(
                        ahead.today(),
                        scheme.domain(),
                        ahead.score(s),
                        bands.label(ahead.fusedRank(s)),
                        because(s, ahead.fusedRank(s) > ranks[s])));
            }
        }
    }

    /** The indicators of the domain and of the general scheme that moved its way, the one that moved most first. */
    private List<String> because(int scheme, boolean isWorse) {
        List<Moved> moved = new ArrayList<>();
        addMoved(scheme, isWorse, moved);
        if (plan.general() >= 0 && plan.general() != scheme) {
            addMoved(plan.general(), isWorse, moved);
        }
        return moved.stream()
                .sorted(Comparator.comparingLong(Moved::by).reversed())
                .limit(MOST_CAUSES)
                .map(Moved::id)
                .toList();
    }

    private void addMoved(int scheme, boolean isWorse, List<Moved> moved) {
        Scheme of = plan.catalogue().schemes().get(scheme);
        for (int i = 0; i < shares[scheme].length; i++) {
            long by = ahead.scheme(scheme).shares()[i] - shares[scheme][i];
            if (isWorse ? by > 0 : by < 0) {
                moved.add(new Moved(of.indicators().get(i).id(), Math.abs(by)));
            }
        }
    }

    private record Moved(String id, long by) {}
}
