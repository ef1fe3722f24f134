package dev.forewarn.core.assess;

import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.FactBook;
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
    private final DaysAhead ahead;
    private final List<ForecastStep> steps = new ArrayList<>();
    private final List<MonthEndClass> monthEnd = new ArrayList<>();
    private final int[] ranks;
    private final long[][] shares;

    /** @param scratch is moved ahead */
    Outlook(DayAssessment today, DayAssessment scratch) {
        this.plan = today.plan();
        this.today = today;
        this.ahead = new DaysAhead(scratch);
        this.ranks = new int[plan.catalogue().schemes().size()];
        this.shares = new long[ranks.length][];
        for (int s = 0; s < ranks.length; s++) {
            shares[s] = new long[today.standsIn(s) ? today.scheme(s).shares().length : 0];
        }
    }

    void look(FactBook book) {
        ahead.begin(book, today.today());
        remember();
        int lastOfMonth = LocalDays.firstDayOf(LocalDays.monthOf(today.today()) + 1) - 1;
        int next = ahead.nextDay();
        for (int days = 0; days < MOST_DAYS && next <= today.today() + FARTHEST_DAYS; days++) {
            if (monthEnd.isEmpty() && next > lastOfMonth) {
                takeMonthEnd();
            }
            ahead.moveTo(next);
            compare();
            remember();
            next = ahead.nextDay();
        }
        if (monthEnd.isEmpty()) {
            takeMonthEnd();
        }
    }

    List<ForecastStep> steps() {
        return steps;
    }

    List<MonthEndClass> monthEnd() {
        return monthEnd;
    }

    private void takeMonthEnd() {
        List<Scheme> schemes = plan.catalogue().schemes();
        for (int s = 0; s < ranks.length; s++) {
            if (ahead.day().standsIn(s)) {
                String label = schemes.get(s).bands().label(ahead.day().fusedRank(s));
                monthEnd.add(
                        new MonthEndClass(schemes.get(s).domain(), ahead.day().score(s), label));
            }
        }
    }

    private void remember() {
        for (int s = 0; s < ranks.length; s++) {
            ranks[s] = ahead.day().fusedRank(s);
            System.arraycopy(ahead.day().scheme(s).shares(), 0, shares[s], 0, shares[s].length);
        }
    }

    private void compare() {
        for (int s = 0; s < ranks.length; s++) {
            int rank = ahead.day().fusedRank(s);
            if (ahead.day().standsIn(s) && rank != ranks[s]) {
                Scheme scheme = plan.catalogue().schemes().get(s);
                steps.add(new ForecastStep(
                        ahead.day().today(),
                        scheme.domain(),
                        ahead.day().score(s),
                        scheme.bands().label(rank),
                        because(s, rank > ranks[s])));
            }
        }
    }

    /** The indicators of the domain and of the general scheme that moved its way, the one that moved most first. */
    private List<String> because(int scheme, boolean isWorse) {
        List<Moved> moved = new ArrayList<>();
        addMoved(scheme, isWorse, moved);
        if (plan.general() >= 0 && plan.general() != scheme && today.standsIn(plan.general())) {
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
            long by = ahead.day().scheme(scheme).shares()[i] - shares[scheme][i];
            if (isWorse ? by > 0 : by < 0) {
                moved.add(new Moved(of.indicators().get(i).id(), Math.abs(by)));
            }
        }
    }

    private record Moved(String id, long by) {}
}
