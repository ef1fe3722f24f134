package dev.forewarn.core.oracle;

import dev.forewarn.core.fusion.Fusion;
import dev.forewarn.core.fusion.FusionMode;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How a professional class and the general one become one, by each mode that has a table for their classes. */
final class PlainFusion {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PlainResult own;
    private final PlainResult general;
    private final Fusion fusion;
    private final int last;

    PlainFusion(PlainResult own, PlainResult general) {
        this.own = own;
        this.general = general;
        this.fusion = own.scheme().fusion();
        this.last = own.classes() - 1;
    }

    Map<FusionMode, Integer> ranks() {
        Map<FusionMode, Integer> ranks = new EnumMap<>(FusionMode.class);
        byScores().ifPresent(rank -> ranks.put(FusionMode.INDICATOR, rank));
        ranks.put(FusionMode.OVERLAY, overlay());
        byTable().ifPresent(rank -> ranks.put(FusionMode.MATRIX, rank));
        ranks.put(FusionMode.WORST, Math.min(last, Math.max(own.rank(), general.rank())));
        return ranks;
    }

    /** Scores out of 100, weighed; a score on the end of a band still belongs to it. */
    private Optional<Integer> byScores() {
        if (fusion.cuts().size() != last) {
            return Optional.empty();
        }
        // alpha·P/scale + beta·G/scale, both sides times both scales.
        BigDecimal scales = BigDecimal.valueOf(own.scheme().scale())
                .multiply(BigDecimal.valueOf(general.scheme().scale()));
        BigDecimal fused = weighed(fusion.alpha(), own, general)
                .add(weighed(fusion.beta(), general, own))
                .multiply(HUNDRED);
        int rank = (int) fusion.cuts().stream()
                .filter(cut -> fused.compareTo(BigDecimal.valueOf(cut).multiply(scales)) > 0)
                .count();
        return Optional.of(Math.max(rank, own.best()));
    }

    private static BigDecimal weighed(long weight, PlainResult of, PlainResult other) {
        return BigDecimal.valueOf(weight, 4)
                .multiply(BigDecimal.valueOf(of.score()))
                .multiply(BigDecimal.valueOf(other.scheme().scale()));
    }

    /** The general class moves the professional one; better only from B or A, and only if nothing has happened. */
    private int overlay() {
        if (general.isWorstByRule()) {
            return last;
        }
        int shift = fusion.shifts().get(Math.min(general.rank(), fusion.shifts().size() - 1));
        if (shift < 0 && (own.rank() > 1 || own.isMoving())) {
            shift = 0;
        }
        return Math.max(own.best(), Math.min(last, own.rank() + shift));
    }

    private Optional<Integer> byTable() {
        boolean fits = fusion.matrix().size() == own.classes()
                && fusion.matrix().stream().allMatch(row -> row.size() == general.classes());
        return fits
                ? Optional.of(Math.min(last, fusion.matrix().get(own.rank()).get(general.rank())))
                : Optional.empty();
    }
}
