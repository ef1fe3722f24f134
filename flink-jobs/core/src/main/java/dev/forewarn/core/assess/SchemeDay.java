package dev.forewarn.core.assess;

import dev.forewarn.core.catalogue.DirectRule;
import dev.forewarn.core.catalogue.Mitigation;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fusion.Fusion;
import dev.forewarn.core.indicator.DayView;
import dev.forewarn.core.indicator.Reading;
import dev.forewarn.core.score.DirectRanks;
import dev.forewarn.core.score.Effect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The score and class of one scheme on one day. Filled again for each day. */
final class SchemeDay {

    private final Scheme scheme;
    private final long[] sharesOfNothing;
    private final long[] shares;
    private final int[] cuts;
    private final List<BitSet> directTypes;
    /** The direct rules that hold where no fact was ever read. */
    private final BitSet heldOnNothing;

    private final List<Effect> held = new ArrayList<>();

    private final List<DirectRule> heldRules = new ArrayList<>();
    private int gross;
    private int score;

    SchemeDay(Plan plan, Scheme scheme, long[] sharesOfNothing, BitSet heldOnNothing) {
        this.heldOnNothing = heldOnNothing;
        this.scheme = scheme;
        this.sharesOfNothing = sharesOfNothing;
        this.shares = sharesOfNothing.clone();
        this.cuts = new int[scheme.mitigations().size()];
        this.directTypes = scheme.direct().stream()
                .map(rule -> plan.readingTypes().of(rule.when().readings()))
                .toList();
    }

    Scheme scheme() {
        return scheme;
    }

    void begin() {
        System.arraycopy(sharesOfNothing, 0, shares, 0, shares.length);
        held.clear();
        heldRules.clear();
        gross = 0;
        score = 0;
    }

    void earn(int indicator, long share) {
        shares[indicator] = share;
    }

    /**
     * Adds up what was earned, takes off what speaks for the business, and asks the direct rules.
     *
     * @param present types of which there is any row: rules that read none of them need not be asked
     */
    void finish(DayView view, BitSet present) {
        gross = scoreOf(shares, false);
        score = gross;
        for (int m = 0; m < cuts.length; m++) {
            Mitigation mitigation = scheme.mitigations().get(m);
            Reading reading = view.reading(mitigation.reading());
            reading.watch(0, view.today(), view.horizon());
            boolean counts = reading.isPresent() && reading.compareTo(0) > 0;
            cuts[m] = counts ? mitigation.cut(score) : 0;
            score -= cuts[m];
        }
        for (int d = 0; d < directTypes.size(); d++) {
            DirectRule rule = scheme.direct().get(d);
            boolean holds = directTypes.get(d).intersects(present) ? rule.when().test(view) : heldOnNothing.get(d);
            if (holds) {
                held.add(rule.effect());
                heldRules.add(rule);
            }
        }
    }

    private int scoreOf(long[] earned, boolean staticOnly) {
        long total = 0;
        for (int i = 0; i < earned.length; i++) {
            total += !staticOnly || scheme.indicators().get(i).isStatic() ? earned[i] : 0;
        }
        return scheme.combination().scoreOf(total, scheme.scale());
    }

    /** The shares of the indicators, by position. */
    long[] shares() {
        return shares;
    }

    /** The score before anything was taken off. */
    int gross() {
        return gross;
    }

    /** What each mitigation took off. */
    int cut(int mitigation) {
        return cuts[mitigation];
    }

    int score() {
        return score;
    }

    /** The direct rules that hold, in the catalogue's order. */
    List<DirectRule> heldRules() {
        return heldRules;
    }

    /** The rank of the class by score alone. */
    int rankByScore() {
        return rankOf(score);
    }

    /** The rank of the class, direct rules included, if the score were higher by a margin in points. */
    int rank(int margin) {
        return DirectRanks.apply(rankOf(score + margin), held, last());
    }

    /** The result for fusion, if the score were higher by a margin. */
    Fusion.Side side(int margin) {
        int moved = Math.max(0, Math.min(scheme.scale(), score + margin));
        return new Fusion.Side(
                moved,
                scheme.scale(),
                rank(margin),
                last() + 1,
                DirectRanks.bound(held),
                DirectRanks.setRank(held) == last(),
                isMoving());
    }

    /** The result for fusion by what the business is alone. */
    Fusion.Side staticSide() {
        int own = scoreOf(shares, true);
        return new Fusion.Side(own, scheme.scale(), rankOf(own), last() + 1, -1, false, false);
    }

    private boolean isMoving() {
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0 && !scheme.indicators().get(i).isStatic()) {
                return true;
            }
        }
        return !held.isEmpty();
    }

    private int rankOf(int points) {
        return scheme.bands().rankOf(Math.min(scheme.scale(), points));
    }

    private int last() {
        return scheme.bands().labels().size() - 1;
    }

    long digest(long before) {
        long digest = before;
        for (long share : shares) {
            digest = DayAssessment.mix(digest, share);
        }
        for (int cut : cuts) {
            digest = DayAssessment.mix(digest, cut);
        }
        for (DirectRule rule : heldRules) {
            digest = DayAssessment.mix(digest, rule.id().hashCode());
        }
        return DayAssessment.mix(digest, score);
    }
}
