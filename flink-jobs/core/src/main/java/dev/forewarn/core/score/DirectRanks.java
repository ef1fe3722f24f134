package dev.forewarn.core.score;

import java.util.List;

/**
 * Applies direct rules to a class: first what sets it, then floors, then shifts, then lifts (field report 1.6). Of
 * several of a kind the worst counts for sets and floors, and all for shifts and lifts.
 */
public final class DirectRanks {

    private DirectRanks() {}

    /**
     * The rank after the effects.
     *
     * @param rank by score, 0 for the best
     * @param last rank of the worst class
     */
    public static int apply(int rank, List<Effect> effects, int last) {
        int bound = bound(effects);
        int set = setRank(effects);
        int after = Math.max(set >= 0 ? set : rank, bound);
        for (Effect effect : effects) {
            if (effect instanceof Effect.Shift shift) {
                after = Math.max(after, Math.min(Math.min(last, shift.cap()), after + shift.by()));
            }
        }
        for (Effect effect : effects) {
            if (effect instanceof Effect.Lift lift) {
                after = Math.max(Math.max(0, bound), after - lift.by());
            }
        }
        return Math.min(last, after);
    }

    /** The worst rank that an effect sets, −1 if none does. */
    public static int setRank(List<Effect> effects) {
        int set = -1;
        for (Effect effect : effects) {
            if (effect instanceof Effect.Set to) {
                set = Math.max(set, to.rank());
            }
        }
        return set;
    }

    /** The best rank that sets and floors leave open, −1 if there are none. */
    public static int bound(List<Effect> effects) {
        int bound = setRank(effects);
        for (Effect effect : effects) {
            if (effect instanceof Effect.Floor floor) {
                bound = Math.max(bound, floor.rank());
            }
        }
        return bound;
    }
}
