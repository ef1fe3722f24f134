package dev.forewarn.core.indicator;

import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Window;
import java.util.List;

/**
 * What is read: an aggregate of a measure over a window with its steps.
 *
 * @param measure position of the measure in the catalogue
 * @param tiers windows ascending, at least one; the last is the window itself
 */
public record ReadingSpec(Aggregate aggregate, int measure, List<Tier> tiers) {

    /** Steps that a decay may have. */
    public static final int MOST_TIERS = 16;

    public ReadingSpec {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.size() > MOST_TIERS || (tiers.size() > 1 && !aggregate.canDecay())) {
            throw new IllegalArgumentException(aggregate + " reads " + tiers.size() + " steps");
        }
        for (int i = 1; i < tiers.size(); i++) {
            Window shorter = tiers.get(i - 1).window();
            Window longer = tiers.get(i).window();
            if (shorter.isAtLeast(longer) || !longer.covers(shorter)) {
                throw new IllegalArgumentException(
                        "the windows of a decay must ascend, for records of every day; got " + tiers);
            }
        }
    }

    /** A reading without decay. */
    public static ReadingSpec of(Aggregate aggregate, int measure, Window window) {
        return new ReadingSpec(aggregate, measure, List.of(new Tier(window, Exact.ONE)));
    }

    /** The longest window that is read. */
    public Window window() {
        return tiers.get(tiers.size() - 1).window();
    }
}
