package dev.forewarn.core.catalogue;

import dev.forewarn.core.fusion.FusionMode;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.core.score.ClassBands;
import dev.forewarn.core.score.Combination;
import java.util.List;

/**
 * The indicators and class bands of one domain.
 *
 * @param domain unique in the catalogue; {@link #GENERAL} applies to every entity, the others to those that stand in
 *     the domain
 * @param scale the largest score; 1000 for noisy-or
 * @param fusion how its class and the general one become one
 */
public record Scheme(
        String domain,
        Label name,
        Combination combination,
        int scale,
        ClassBands bands,
        List<Indicator> indicators,
        FusionMode fusion) {

    /** The domain of the general scheme (通用型). */
    public static final String GENERAL = "general";

    public Scheme {
        indicators = List.copyOf(indicators);
        if (scale < 1 || (combination == Combination.NOISY_OR && scale != 1000)) {
            throw new IllegalArgumentException(
                    "the scale of scheme '" + domain + "' must be at least 1, and 1000 for noisy-or; got " + scale);
        }
    }
}
