package dev.forewarn.core.indicator;

import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.time.Horizon;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.core.time.Window;
import java.util.Arrays;

/** In which step of its decay a fact stands, and when the facts that a reading rests on leave theirs. */
final class Steps {

    private final LocalDays days;
    private final int[] oldestDays = new int[ReadingSpec.MOST_TIERS];
    private int[] firstDays = new int[0];

    Steps(LocalDays days) {
        this.days = days;
    }

    /** @param firstDays for each step the first day that counts today */
    void begin(int[] firstDays) {
        this.firstDays = firstDays;
        Arrays.fill(oldestDays, 0, firstDays.length, Horizon.NEVER);
    }

    /** The step of a fact of the window. */
    int of(Fact fact) {
        int day = fact.occurredDay(days);
        int tier = 0;
        while (day < firstDays[tier]) {
            tier++;
        }
        return tier;
    }

    int count() {
        return firstDays.length;
    }

    /** Notes that the reading rests on a fact, so that it changes when the fact leaves its step. */
    void leaves(int tier, Fact fact) {
        oldestDays[tier] = Math.min(oldestDays[tier], fact.occurredDay(days));
    }

    /** As {@link #leaves(int, Fact)}, for all facts. */
    void leave(Selection selection) {
        for (int i = 0; i < selection.size(); i++) {
            leaves(of(selection.get(i)), selection.get(i));
        }
    }

    /**
     * Of the facts of one step the oldest leaves first: one look at the calendar for each step, and none where it is
     * late.
     *
     * @param untilDay the reading need not say when it changes if that is on this day or later
     */
    void watch(ReadingSpec spec, int untilDay, Reading slot) {
        for (int tier = 0; tier < spec.tiers().size(); tier++) {
            int oldest = oldestDays[tier];
            if (oldest != Horizon.NEVER) {
                Window window = spec.tiers().get(tier).window();
                int rough = window.roughlyPlus(oldest);
                slot.until(rough >= untilDay ? rough : window.plus(oldest));
            }
        }
    }
}
