package dev.forewarn.core.assess;

import dev.forewarn.core.fact.FactBook;
import dev.forewarn.core.time.Horizon;
import org.jspecify.annotations.Nullable;

/** The scores of one entity so many days ago, worked out when a condition first asks. */
final class EarlierDay {

    private final Plan plan;
    private @Nullable FactBook book;
    /** Scratch; most plans never look back. */
    private @Nullable DayAssessment day;

    private boolean isFilled;

    EarlierDay(Plan plan) {
        this.plan = plan;
    }

    /** Forgets the scores of other facts. */
    void begin(FactBook facts) {
        book = facts;
        isFilled = false;
    }

    /** @param horizon is told when the score will be another */
    int score(int scheme, int today, int days, Horizon horizon) {
        if (book == null) {
            return 0;
        }
        day = day == null ? new DayAssessment(plan) : day;
        if (!isFilled || day.today() != today - days) {
            day.fill(book, today - days);
            isFilled = true;
        }
        int change = Math.max(day.nextChange(), day.today() + 1);
        horizon.on(Math.min(change, Horizon.NEVER - days) + days);
        return day.score(scheme);
    }
}
