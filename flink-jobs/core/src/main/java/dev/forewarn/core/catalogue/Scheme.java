package dev.forewarn.core.catalogue;

import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fusion.Fusion;
import dev.forewarn.core.fusion.FusionMode;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.core.score.ClassBands;
import dev.forewarn.core.score.Combination;
import java.util.List;

/**
 * The indicators, direct rules and class bands of one domain.
 *
 * @param domain unique in the catalogue; {@link #GENERAL} applies to every entity, the others to those that stand in
 *     the domain
 * @param scale the largest score; 1000 for noisy-or
 * @param mitigations what takes points off, in the order in which they do
 * @param direct rules that move the class whatever the score
 * @param groups headings of indicators, each before those in it
 * @param applies asked of the profile: kinds of business to which it applies; without a profile it does
 * @param fusion how its class and the general one become one
 */
public record Scheme(
        String domain,
        Label name,
        Combination combination,
        int scale,
        ClassBands bands,
        List<Indicator> indicators,
        List<Mitigation> mitigations,
        List<DirectRule> direct,
        List<Group> groups,
        FactCondition applies,
        Fusion fusion) {

    /** The domain of the general scheme (通用型). */
    public static final String GENERAL = "general";

    /** Direct rules that a scheme may have. */
    public static final int MOST_DIRECT = 64;

    public Scheme {
        indicators = List.copyOf(indicators);
        mitigations = List.copyOf(mitigations);
        direct = List.copyOf(direct);
        groups = List.copyOf(groups);
        if (scale < 1 || (combination == Combination.NOISY_OR && scale != 1000)) {
            throw new IllegalArgumentException(
                    "the scale of scheme '" + domain + "' must be at least 1, and 1000 for noisy-or; got " + scale);
        }
        if (direct.size() > MOST_DIRECT) {
            throw new IllegalArgumentException(
                    "scheme '" + domain + "' has at most " + MOST_DIRECT + " direct rules; got " + direct.size());
        }
    }

    /** A scheme of indicators alone. */
    public Scheme(
            String domain,
            Label name,
            Combination combination,
            int scale,
            ClassBands bands,
            List<Indicator> indicators,
            FusionMode fusion) {
        this(
                domain,
                name,
                combination,
                scale,
                bands,
                indicators,
                List.of(),
                List.of(),
                List.of(),
                FactCondition.ALWAYS,
                Fusion.of(fusion));
    }
}
