package dev.forewarn.core.oracle;

import dev.forewarn.core.indicator.Measure;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.indicator.Tier;
import dev.forewarn.core.oracle.PlainReading.Counted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers for which it matters which facts there are, but not which day it is. */
final class PlainCounts {

    private static final BigDecimal HALF_OF_A_PLACE = new BigDecimal("0.00005");

    private final Measure measure;
    private final ReadingSpec spec;

    PlainCounts(Measure measure, ReadingSpec spec) {
        this.measure = measure;
        this.spec = spec;
    }

    /** @param counted the oldest first */
    @Nullable
    BigDecimal number(List<Counted> counted) {
        return switch (spec.aggregate()) {
            case COUNT -> sum(counted.stream().map(this::factor));
            case SUM -> decayedSum(counted);
            case MAX -> weighed(counted).max(Comparator.naturalOrder()).orElse(null);
            case MIN -> values(counted).min(Comparator.naturalOrder()).orElse(null);
            case LAST -> weighed(counted).reduce((older, newer) -> newer).orElse(null);
            case DISTINCT ->
                BigDecimal.valueOf(counted.stream()
                        .map(one -> PlainTerms.text(measure.subject(), one.fact()))
                        .distinct()
                        .count());
            case ACTIVE -> BigDecimal.valueOf(counted.size());
            default -> throw new IllegalArgumentException(spec.aggregate() + " is not a matter of counting");
        };
    }

    private BigDecimal decayedSum(List<Counted> counted) {
        BigDecimal total = BigDecimal.ZERO;
        for (Tier tier : spec.tiers()) {
            int position = spec.tiers().indexOf(tier);
            List<Counted> inTier =
                    counted.stream().filter(one -> one.tier() == position).toList();
            total = total.add(rounded(sum(values(inTier)).multiply(BigDecimal.valueOf(tier.factor(), 4))));
        }
        return total;
    }

    @Nullable
    BigDecimal value(Counted one) {
        return PlainTerms.number(Objects.requireNonNull(measure.value()), one.fact());
    }

    private Stream<BigDecimal> values(List<Counted> counted) {
        return counted.stream().map(this::value).filter(Objects::nonNull);
    }

    private Stream<BigDecimal> weighed(List<Counted> counted) {
        return counted.stream()
                .filter(one -> value(one) != null)
                .map(one -> rounded(Objects.requireNonNull(value(one)).multiply(factor(one))));
    }

    private BigDecimal factor(Counted one) {
        return BigDecimal.valueOf(spec.tiers().get(one.tier()).factor(), 4);
    }

    private static BigDecimal sum(Stream<BigDecimal> numbers) {
        return numbers.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Four places, halves rounded up. */
    private static BigDecimal rounded(BigDecimal number) {
        return number.add(HALF_OF_A_PLACE).setScale(4, RoundingMode.FLOOR);
    }
}
