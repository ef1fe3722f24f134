package dev.forewarn.core.oracle;

import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.oracle.PlainReading.Counted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many facts there are against how many were to be expected. */
final class PlainChances {

    private static final BigDecimal MOST_PRIOR = BigDecimal.valueOf(100_000);
    private static final BigDecimal LEAST = new BigDecimal("0.0001");

    private final ReadingSpec spec;
    private final Detail.Expectation expectation;
    private final Optional<PlainFact> profile;

    PlainChances(ReadingSpec spec, Optional<PlainFact> profile) {
        this.spec = spec;
        this.expectation = (Detail.Expectation) spec.detail();
        this.profile = profile;
    }

    PlainReading read(List<Counted> counted) {
        List<Counted> recent = counted.stream().filter(one -> one.tier() == 0).toList();
        BigDecimal count = BigDecimal.valueOf(recent.size());
        int shortDays = spec.tiers().get(0).window().days();
        int baseDays = spec.tiers().get(1).window().days() - shortDays;
        BigDecimal facts = prior().add(BigDecimal.valueOf(counted.size() - recent.size()));
        BigDecimal expectedTimesDays = facts.multiply(BigDecimal.valueOf(shortDays));
        BigDecimal overDays = BigDecimal.valueOf(expectation.priorDays()).add(BigDecimal.valueOf(baseDays));
        if (spec.aggregate() == Aggregate.BURST) {
            boolean isBeyond = count.compareTo(threshold(expectedTimesDays, overDays)) >= 0;
            return PlainReading.of(isBeyond ? count : BigDecimal.ZERO, counted).restingOn(recent);
        }
        @Nullable BigDecimal dividend = expectedTimesDays.signum() > 0 ? count.multiply(overDays) : null;
        BigDecimal divisor = dividend == null ? BigDecimal.ONE : expectedTimesDays;
        return new PlainReading(dividend, divisor, counted, PlainReading.facts(recent));
    }

    private BigDecimal prior() {
        @Nullable
        BigDecimal said = expectation.prior() == null || profile.isEmpty()
                ? null
                : PlainTerms.number(expectation.prior(), profile.get());
        BigDecimal prior = said == null ? BigDecimal.valueOf(expectation.otherwise(), 4) : said;
        return prior.max(BigDecimal.ZERO).min(MOST_PRIOR);
    }

    /** The count that the first step names that reaches what was expected; beyond the last, in proportion to it. */
    private BigDecimal threshold(BigDecimal expectedTimesDays, BigDecimal overDays) {
        for (Detail.Step step : expectation.steps()) {
            if (expectedTimesDays.compareTo(
                            BigDecimal.valueOf(step.expected(), 4).multiply(overDays))
                    <= 0) {
                return BigDecimal.valueOf(step.count());
            }
        }
        Detail.Step last = expectation.steps().get(expectation.steps().size() - 1);
        BigDecimal unit = BigDecimal.valueOf(last.expected(), 4).max(LEAST).multiply(overDays);
        return BigDecimal.valueOf(last.count()).multiply(expectedTimesDays).divide(unit, 0, RoundingMode.CEILING);
    }
}
