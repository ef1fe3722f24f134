package dev.forewarn.core.assess;

import dev.forewarn.core.time.Horizon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Rolls one entity forward from day to day on which time alone changes it. Of each indicator it is known when it
 * changes next, so that only what does is read again.
 */
final class DaysAhead {

    private static final BitSet NOTHING = new BitSet();

    private final Plan plan;
    private final DayAssessment day;
    private final List<IndicatorPlace> places = new ArrayList<>();
    private final int[] schemeChanges;
    private final Horizon horizon = new Horizon();
    private int[] changes = new int[0];

    /** @param day scratch, which is moved */
    DaysAhead(DayAssessment day) {
        this.plan = day.plan();
        this.day = day;
        this.schemeChanges = new int[plan.catalogue().schemes().size()];
    }

    DayAssessment day() {
        return day;
    }

    /** Begins with the day that the scratch is filled with. */
    void begin() {
        int today = day.today();
        BitSet present = day.facts().present();
        for (int type = present.nextSetBit(0); type >= 0; type = present.nextSetBit(type + 1)) {
            for (IndicatorPlace place : plan.places().reading(type)) {
                boolean isTaken = place.bit() == Plan.ALWAYS || (day.facts().matches(type) >>> place.bit() & 1) != 0;
                if (isTaken && day.standsIn(place.scheme()) && day.facts().applies(place.appliesBit())) {
                    places.add(place);
                }
            }
        }
        changes = new int[places.size()];
        // The horizon of the day as a whole would cut short what each may say for itself.
        day.beginDay(today);
        for (int p = 0; p < changes.length; p++) {
            earn(p);
        }
        Arrays.fill(schemeChanges, today);
        finish(today);
    }

    /** The next day on which anything changes, or {@link Horizon#NEVER}. */
    int nextDay() {
        int next = Horizon.NEVER;
        for (int change : changes) {
            next = Math.min(next, change);
        }
        for (int change : schemeChanges) {
            next = Math.min(next, change);
        }
        return next;
    }

    /** Moves to the day that {@link #nextDay} has said. */
    void moveTo(int today) {
        day.beginDay(today);
        for (int p = 0; p < changes.length; p++) {
            if (changes[p] <= today) {
                earn(p);
            }
        }
        finish(today);
    }

    private void earn(int place) {
        horizon.reset();
        day.earn(places.get(place), horizon);
        changes[place] = horizon.day();
    }

    /** Direct rules and mitigations are asked together; where none of a scheme may have changed, nothing is asked. */
    private void finish(int today) {
        horizon.reset();
        day.askInto(horizon);
        boolean isDue = false;
        for (int change : schemeChanges) {
            isDue |= change <= today;
        }
        day.finish(isDue ? day.facts().present() : NOTHING);
        if (isDue) {
            Arrays.fill(schemeChanges, horizon.day());
        }
    }
}
