package dev.forewarn.core.oracle;

import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.Points;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.oracle.PlainReading.Counted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The weights that a reading earns: each is a factor of its own under noisy-or and a summand under additive. */
final class PlainPoints {

    private PlainPoints() {}

    static List<Integer> weights(Points points, ReadingSpec spec, PlainReading reading) {
        if (points instanceof Points.Bands bands) {
            return List.of(inBand(bands, reading));
        }
        @Nullable BigDecimal value = reading.value();
        if (value == null) {
            return List.of();
        }
        if (points instanceof Points.WhenTrue whenTrue) {
            return whenTrue(whenTrue, spec, reading);
        }
        if (points instanceof Points.OfValue ofValue) {
            return List.of(rounded(value.max(BigDecimal.ZERO).min(BigDecimal.valueOf(ofValue.cap()))));
        }
        Points.Each each = (Points.Each) points;
        return countsFacts(spec) ? forEachFact(each, spec, reading.counted()) : forEachUnit(each, value);
    }

    /** Whether each fact earns by itself. */
    private static boolean countsFacts(ReadingSpec spec) {
        return spec.aggregate() == Aggregate.COUNT && spec.taking().per() == null;
    }

    private static int inBand(Points.Bands bands, PlainReading reading) {
        if (!reading.isPresent()) {
            return bands.absent();
        }
        int points = bands.below();
        for (Points.Band band : bands.bands()) {
            if (reading.compareTo(BigDecimal.valueOf(band.from(), 4)) >= 0) {
                points = band.points();
            }
        }
        return points;
    }

    private static List<Integer> whenTrue(Points.WhenTrue whenTrue, ReadingSpec spec, PlainReading reading) {
        if (reading.compareTo(BigDecimal.ZERO) <= 0) {
            return List.of();
        }
        BigDecimal factor = countsFacts(spec) ? factors(spec, reading.counted()).get(0) : BigDecimal.ONE;
        return List.of(decayed(whenTrue.points(), factor));
    }

    /** The facts that decay leaves most come first, as many as the cap allows. */
    private static List<Integer> forEachFact(Points.Each each, ReadingSpec spec, List<Counted> counted) {
        List<Integer> weights = new ArrayList<>();
        for (BigDecimal factor : factors(spec, counted)) {
            if (weights.size() < each.cap()) {
                weights.add(decayed(weights.isEmpty() ? each.first() : each.each(), factor));
            }
        }
        return weights;
    }

    private static List<Integer> forEachUnit(Points.Each each, BigDecimal value) {
        int units = value.setScale(0, RoundingMode.FLOOR)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(each.cap()))
                .intValueExact();
        List<Integer> weights = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            weights.add(unit == 0 ? each.first() : each.each());
        }
        return weights;
    }

    private static List<BigDecimal> factors(ReadingSpec spec, List<Counted> counted) {
        return counted.stream()
                .map(one -> BigDecimal.valueOf(spec.tiers().get(one.tier()).factor(), 4))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Points times a decay, halves rounded up. */
    private static int decayed(int points, BigDecimal factor) {
        return rounded(BigDecimal.valueOf(points).multiply(factor));
    }

    private static int rounded(BigDecimal number) {
        return number.add(new BigDecimal("0.5")).setScale(0, RoundingMode.FLOOR).intValueExact();
    }
}
