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
    private final DayAssessment scratch;
    private final DaysAhead ahead;
    private final List<ForecastStep> steps = new ArrayList<>();
    private final List<MonthEndClass> monthEnd = new ArrayList<>();
    private final int[] ranks;
    private final SchemeMoves[] moves;

    /** @param scratch is moved ahead */
    Outlook(DayAssessment today, DayAssessment scratch) {
        this.plan = today.plan();
        this.today = today;
        this.scratch = scratch;
        this.ahead = new DaysAhead(scratch);
        this.ranks = new int[plan.catalogue().schemes().size()];
        this.moves = plan.catalogue().schemes().stream().map(SchemeMoves::new).toArray(SchemeMoves[]::new);
    }

    void look(FactBook book) {
        scratch.fill(book, today.today());
        ahead.begin();
        remember();
        int lastOfMonth = LocalDays.lastDayOfMonth(today.today());
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
            if (ahead.day().standsIn(s)) {
                moves[s].remember(ahead.day().scheme(s));
            }
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

    /** What moved the domain and the general scheme its way, the strongest first. */
    private List<String> because(int scheme, boolean isWorse) {
        List<SchemeMoves.Move> found = new ArrayList<>();
        moves[scheme].addTo(found, ahead.day().scheme(scheme), isWorse);
        if (plan.general() >= 0 && plan.general() != scheme && today.standsIn(plan.general())) {
            moves[plan.general()].addTo(found, ahead.day().scheme(plan.general()), isWorse);
        }
        return found.stream()
                .sorted(Comparator.comparingLong(SchemeMoves.Move::weight).reversed())
                .limit(MOST_CAUSES)
                .map(SchemeMoves.Move::id)
                .toList();
    }
}
