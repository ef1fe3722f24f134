package dev.forewarn.cli.calibrate;

import dev.forewarn.core.assess.IndicatorReading;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.Points;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.time.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One number that a fit weighs: a part of what an indicator earns points by. Number and weight are at least 0; with its
 * direction a term has the sign that the catalogue demands.
 *
 * @param part what it stands for: {@code first, each, true, absent} or {@code band} with its number from 0
 * @param direction 1 if it adds points, −1 for a band that has fewer points than the one below it
 */
record Term(String indicator, String part, int direction, ToDoubleFunction<IndicatorReading> number) {

    String name() {
        return indicator + " " + part;
    }

    /** The terms of an indicator; none if its points cannot be fitted, since they are the number itself. */
    static List<Term> of(Indicator indicator, ReadingSpec spec) {
        Points points = indicator.points();
        String id = indicator.id();
        if (points instanceof Points.Each each) {
            return List.of(
                    new Term(id, "first", 1, reading -> first(reading, each, spec)),
                    new Term(id, "each", 1, reading -> further(reading, each, spec)));
        }
        if (points instanceof Points.WhenTrue) {
            return List.of(new Term(id, "true", 1, reading -> whenTrue(reading, spec)));
        }
        return points instanceof Points.Bands bands ? bands(id, bands) : List.of();
    }

    private static List<Term> bands(String id, Points.Bands bands) {
        List<Term> terms = new ArrayList<>();
        int before = bands.below();
        for (int b = 0; b < bands.bands().size(); b++) {
            Points.Band band = bands.bands().get(b);
            int direction = Integer.signum(band.points() - before);
            before = band.points();
            if (direction != 0) {
                terms.add(new Term(
                        id,
                        "band " + b,
                        direction,
                        reading -> reading.value() != Exact.ABSENT && reading.value() >= band.from() ? 1 : 0));
            }
        }
        if (bands.absent() > 0) {
            terms.add(new Term(id, "absent", 1, reading -> reading.value() == Exact.ABSENT ? 1 : 0));
        }
        return terms;
    }

    private static double first(IndicatorReading reading, Points.Each each, ReadingSpec spec) {
        List<Double> factors = factors(reading, each.cap(), spec);
        return factors.isEmpty() ? 0 : factors.get(0);
    }

    private static double further(IndicatorReading reading, Points.Each each, ReadingSpec spec) {
        return factors(reading, each.cap(), spec).stream()
                .skip(1)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** What decay leaves of each fact or unit that earns points, the most first, as the points are earned. */
    private static List<Double> factors(IndicatorReading reading, int cap, ReadingSpec spec) {
        List<Double> factors = new ArrayList<>();
        if (reading.value() == Exact.ABSENT) {
            return factors;
        }
        if (!spec.countsFacts()) {
            long units = Math.min(cap, Math.max(0, Math.floorDiv(reading.value(), Exact.ONE)));
            for (long unit = 0; unit < units; unit++) {
                factors.add(1.0);
            }
            return factors;
        }
        for (int tier = 0; tier < spec.tiers().size(); tier++) {
            for (int i = 0; i < reading.counted().get(tier) && factors.size() < cap; i++) {
                factors.add(factor(spec, tier));
            }
        }
        return factors;
    }

    private static double whenTrue(IndicatorReading reading, ReadingSpec spec) {
        if (reading.value() == Exact.ABSENT || reading.value() <= 0) {
            return 0;
        }
        for (int tier = 0; spec.countsFacts() && tier < spec.tiers().size(); tier++) {
            if (reading.counted().get(tier) > 0) {
                return factor(spec, tier);
            }
        }
        return 1;
    }

    private static double factor(ReadingSpec spec, int tier) {
        return (double) spec.tiers().get(tier).factor() / Exact.ONE;
    }
}
