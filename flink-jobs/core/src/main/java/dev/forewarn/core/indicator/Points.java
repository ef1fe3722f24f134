package dev.forewarn.core.indicator;

import dev.forewarn.core.score.Combination;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Horizon;
import java.util.List;

/** How a reading earns points. Points are whole numbers of the scheme's scale. */
public sealed interface Points {

    /**
     * The share of the score that a reading earns, under a way of combining; says when it may next change.
     *
     * @param spec what was read
     */
    long share(Reading reading, ReadingSpec spec, Combination combination, int today, Horizon horizon);

    /**
     * Points for each counted fact, or for each whole unit of another number. Under noisy-or each fact is a factor of
     * its own.
     *
     * @param first points of the first fact (the one that decay leaves most)
     * @param each points of each further fact
     * @param cap how many facts earn points, at least 1; those that decay leaves most come first
     */
    record Each(int first, int each, int cap) implements Points {
        @Override
        public long share(Reading reading, ReadingSpec spec, Combination combination, int today, Horizon horizon) {
            horizon.on(reading.nextDay());
            if (!reading.isPresent()) {
                return 0;
            }
            if (!spec.countsFacts()) {
                watchUnits(reading, today, horizon);
                long units = Math.min(cap, Math.max(0, Math.floorDiv(reading.value(), Exact.ONE)));
                return units == 0 ? 0 : combination.shareOf(first) + (units - 1) * combination.shareOf(each);
            }
            long share = 0;
            int taken = 0;
            for (int tier = 0; tier < spec.tiers().size() && taken < cap; tier++) {
                long factor = spec.tiers().get(tier).factor();
                int count = Math.min(reading.tierCounts[tier], cap - taken);
                if (count > 0) {
                    int head = taken == 0 ? 1 : 0;
                    share += head * combination.shareOf(decayed(first, factor))
                            + (count - head) * combination.shareOf(decayed(each, factor));
                    taken += count;
                }
            }
            return share;
        }

        private static void watchUnits(Reading reading, int today, Horizon horizon) {
            if (reading.slope() != 0) {
                horizon.on(today + 1);
            }
        }
    }

    /**
     * Points by the band that the number lies in: from a lower end (inclusive) up to the next.
     *
     * @param below points under the first band
     * @param absent points where there is no number
     * @param bands lower ends ascending
     */
    record Bands(int below, int absent, List<Band> bands) implements Points {
        public Bands {
            bands = List.copyOf(bands);
            for (int i = 1; i < bands.size(); i++) {
                if (bands.get(i).from() <= bands.get(i - 1).from()) {
                    throw new IllegalArgumentException("the lower ends of bands must ascend; got " + bands);
                }
            }
        }

        @Override
        public long share(Reading reading, ReadingSpec spec, Combination combination, int today, Horizon horizon) {
            horizon.on(reading.nextDay());
            if (!reading.isPresent()) {
                return combination.shareOf(absent);
            }
            int points = below;
            for (Band band : bands) {
                reading.watch(band.from(), today, horizon);
                if (reading.compareTo(band.from()) >= 0) {
                    points = band.points();
                }
            }
            return combination.shareOf(points);
        }
    }

    /**
     * A band.
     *
     * @param from lower end, inclusive, scaled by 10⁻⁴
     */
    record Band(long from, int points) {}

    /** Points while the number is above zero; a decayed count earns them by the step of its best fact. */
    record WhenTrue(int points) implements Points {
        @Override
        public long share(Reading reading, ReadingSpec spec, Combination combination, int today, Horizon horizon) {
            reading.watch(0, today, horizon);
            if (!reading.isPresent() || reading.compareTo(0) <= 0) {
                return 0;
            }
            if (spec.countsFacts()) {
                for (int tier = 0; tier < spec.tiers().size(); tier++) {
                    if (reading.tierCounts[tier] > 0) {
                        return combination.shareOf(
                                decayed(points, spec.tiers().get(tier).factor()));
                    }
                }
            }
            return combination.shareOf(points);
        }
    }

    /**
     * As many points as the number says, rounded half up to whole ones.
     *
     * @param cap most points, at least 1
     */
    record OfValue(int cap) implements Points {
        @Override
        public long share(Reading reading, ReadingSpec spec, Combination combination, int today, Horizon horizon) {
            horizon.on(reading.slope() == 0 ? reading.nextDay() : today + 1);
            if (!reading.isPresent()) {
                return 0;
            }
            return combination.shareOf((int) Math.max(0, Math.min(cap, Exact.round(reading.value()))));
        }
    }

    /** Points times a decay, rounded half up to whole points. */
    private static int decayed(int points, long factor) {
        return (int) Exact.round(Exact.times(Exact.of(points), factor));
    }
}
