package dev.forewarn.core.indicator;

import dev.forewarn.core.time.Horizon;

/** What a condition may look at: readings and results of one entity on one day. */
public interface DayView {

    /** The day, as days since 1970-01-01. */
    int today();

    /** A reading by its position in the catalogue. */
    Reading reading(int position);

    /** The score of a scheme by its position in the catalogue; 0 where the scheme does not apply. */
    int score(int scheme);

    /** The score of a scheme by what the business is, not what it does; 0 where the scheme does not apply. */
    int staticScore(int scheme);

    /**
     * The score of a scheme so many days ago, on the facts as now known; 0 where the scheme does not apply. Says when
     * it may be another.
     */
    int earlierScore(int scheme, int days);

    /** The rank of the fused class in a scheme's domain; 0 where the scheme does not apply. */
    int fusedRank(int scheme);

    /** Where a condition says when its answer may change. Scores say so themselves. */
    Horizon horizon();
}
