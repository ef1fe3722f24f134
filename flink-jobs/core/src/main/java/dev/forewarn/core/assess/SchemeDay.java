package dev.forewarn.core.assess;

import dev.forewarn.core.bytes.Packer;
import dev.forewarn.core.bytes.Unpacker;
import dev.forewarn.core.catalogue.DirectRule;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fusion.Fusion;
import dev.forewarn.core.indicator.DayView;
import dev.forewarn.core.indicator.Reading;
import dev.forewarn.core.score.DirectRanks;
import dev.forewarn.core.score.Effect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The score and class of one scheme on one day. Filled again for each day. */
final class SchemeDay {

    private final Scheme scheme;
    private final long[] sharesOfNothing;
    private final long[] shares;
    private final boolean[] isStatic;
    private final int[] cuts;
    private final List<BitSet> directTypes;
    /** The direct rules that hold, and the mitigations that count, where no fact was ever read. */
    private final long heldOnNothing;

    private final long mitigatingOnNothing;

    private final List<Effect> held = new ArrayList<>();
    private final List<DirectRule> heldRules = new ArrayList<>();
    private final List<BitSet> mitigationTypes;
    private long heldBits;
    private long mitigatingBits;
    private final long totalOfNothing;
    private final long staticOfNothing;
    /** Sum of all shares, kept as they are earned. */
    private long total;
    /** Of these, the shares of what the business is. */
    private long staticTotal;

    private int gross;
    private int score;

    SchemeDay(Plan plan, Scheme scheme, long[] sharesOfNothing, DayView nothing) {
        this.scheme = scheme;
        this.sharesOfNothing = sharesOfNothing;
        this.shares = sharesOfNothing.clone();
        this.totalOfNothing = LongStream.of(sharesOfNothing).sum();
        this.staticOfNothing = IntStream.range(0, shares.length)
                .filter(i -> scheme.indicators().get(i).isStatic())
                .mapToLong(i -> sharesOfNothing[i])
                .sum();
        this.isStatic = new boolean[shares.length];
        for (int i = 0; i < shares.length; i++) {
            isStatic[i] = scheme.indicators().get(i).isStatic();
        }
        this.cuts = new int[scheme.mitigations().size()];
        this.directTypes = scheme.direct().stream()
                .map(rule -> plan.readingTypes().of(rule.when().readings()))
                .toList();
        this.mitigationTypes = scheme.mitigations().stream()
                .map(mitigation -> plan.readingTypes().of(List.of(mitigation.reading())))
                .toList();
        this.heldOnNothing =
                bits(directTypes.size(), d -> scheme.direct().get(d).when().test(nothing));
        this.mitigatingOnNothing = bits(mitigationTypes.size(), m -> isMitigating(m, nothing));
    }

    private static long bits(int count, IntPredicate test) {
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits |= test.test(i) ? 1L << i : 0;
        }
        return bits;
    }

    Scheme scheme() {
        return scheme;
    }

    void begin() {
        System.arraycopy(sharesOfNothing, 0, shares, 0, shares.length);
        total = totalOfNothing;
        staticTotal = staticOfNothing;
        heldBits = heldOnNothing;
        mitigatingBits = mitigatingOnNothing;
        gross = 0;
        score = 0;
        held.clear();
        heldRules.clear();
    }

    void earn(int indicator, long share) {
        long change = share - shares[indicator];
        total += change;
        staticTotal += isStatic[indicator] ? change : 0;
        shares[indicator] = share;
    }

    /**
     * Asks the direct rules and mitigations that look at some types of facts, adds up what was earned, and takes off
     * what speaks for the business.
     *
     * @param types positions of the types; what the other rules and mitigations say is known
     */
    void finish(DayView view, BitSet types) {
        held.clear();
        heldRules.clear();
        heldBits = asked(
                heldBits, directTypes, types, d -> scheme.direct().get(d).when().test(view));
        mitigatingBits = asked(mitigatingBits, mitigationTypes, types, m -> isMitigating(m, view));
        gross = scheme.combination().scoreOf(total, scheme.scale());
        score = gross;
        for (int m = 0; m < cuts.length; m++) {
            cuts[m] = (mitigatingBits >>> m & 1) != 0
                    ? scheme.mitigations().get(m).cut(score)
                    : 0;
            score -= cuts[m];
        }
        for (int d = 0; d < directTypes.size() && heldBits != 0; d++) {
            if ((heldBits >>> d & 1) != 0) {
                held.add(scheme.direct().get(d).effect());
                heldRules.add(scheme.direct().get(d));
            }
        }
    }

    private static long asked(long known, List<BitSet> looksAt, BitSet types, IntPredicate test) {
        long bits = known;
        for (int i = 0; i < looksAt.size(); i++) {
            if (looksAt.get(i).intersects(types)) {
                bits = test.test(i) ? bits | 1L << i : bits & ~(1L << i);
            }
        }
        return bits;
    }

    private boolean isMitigating(int mitigation, DayView view) {
        Reading reading = view.reading(scheme.mitigations().get(mitigation).reading());
        reading.watch(0, view.today(), view.horizon());
        return reading.isPresent() && reading.compareTo(0) > 0;
    }

    /** Takes over what was worked out elsewhere for the same day and scheme. */
    void copy(SchemeDay other) {
        System.arraycopy(other.shares, 0, shares, 0, shares.length);
        total = other.total;
        staticTotal = other.staticTotal;
        heldBits = other.heldBits;
        mitigatingBits = other.mitigatingBits;
    }

    /** The types of facts that the direct rules and mitigations look at. */
    boolean looksAt(BitSet types) {
        return directTypes.stream().anyMatch(types::intersects)
                || mitigationTypes.stream().anyMatch(types::intersects);
    }

    /** Writes what was worked out, for {@link #restore}. */
    void save(Packer packer) {
        packer.writeVar(heldBits);
        packer.writeVar(mitigatingBits);
        int count = 0;
        for (int i = 0; i < shares.length; i++) {
            count += shares[i] == sharesOfNothing[i] ? 0 : 1;
        }
        packer.writeVar(count);
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] != sharesOfNothing[i]) {
                packer.writeVar(i);
                packer.writeVar(shares[i]);
            }
        }
    }

    /** Takes back what was worked out on an earlier day that still holds. */
    void restore(Unpacker unpacker) {
        heldBits = unpacker.readVar();
        mitigatingBits = unpacker.readVar();
        for (int left = unpacker.readCount(); left > 0; left--) {
            int indicator = (int) unpacker.readVar();
            earn(indicator, unpacker.readVar());
        }
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

    /** The direct rules that hold, a bit each by position. */
    long heldBits() {
        return heldBits;
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
                total > staticTotal || !held.isEmpty());
    }

    /** The result for fusion by what the business is alone. */
    Fusion.Side staticSide() {
        int own = scheme.combination().scoreOf(staticTotal, scheme.scale());
        return new Fusion.Side(own, scheme.scale(), rankOf(own), last() + 1, -1, false, false);
    }

    /** The result for fusion of a scheme that does not apply: nothing speaks against the business. */
    Fusion.Side sideOfNothing() {
        return new Fusion.Side(0, scheme.scale(), rankOf(0), last() + 1, -1, false, false);
    }

    private int rankOf(int points) {
        return scheme.bands().rankOf(Math.min(scheme.scale(), points));
    }

    private int last() {
        return scheme.bands().labels().size() - 1;
    }

    long digest(long before) {
        long digest = before;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] != sharesOfNothing[i]) {
                digest = DayAssessment.mix(digest, (long) i << 40 | shares[i]);
            }
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
