package dev.forewarn.core.assess;

import dev.forewarn.core.catalogue.DirectRule;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.score.Effect;
import java.util.List;
import java.util.stream.LongStream;

/** Remembers how a scheme came to its class on one day, to tell what moved it by another. */
final class SchemeMoves {

    /** Schemes have scales of their own; by millionths of the whole they can be compared. */
    private static final long WHOLE = 1_000_000;

    private final Scheme scheme;
    private final long[] shares;
    private final int[] cuts;
    private long held;
    private int gross;

    SchemeMoves(Scheme scheme) {
        this.scheme = scheme;
        this.shares = new long[scheme.indicators().size()];
        this.cuts = new int[scheme.mitigations().size()];
    }

    /**
     * Something that moved a class.
     *
     * @param weight how much, in millionths of the score; a direct rule moves a class whatever the score
     */
    record Move(String id, long weight) {}

    void remember(SchemeDay day) {
        System.arraycopy(day.shares(), 0, shares, 0, shares.length);
        for (int m = 0; m < cuts.length; m++) {
            cuts[m] = day.cut(m);
        }
        held = day.heldBits();
        gross = day.gross();
    }

    /** Adds what moved one way since: rules, indicators and mitigations, each in the catalogue's order. */
    void addTo(List<Move> moves, SchemeDay now, boolean isWorse) {
        addRules(moves, now.heldBits(), isWorse);
        addIndicators(moves, now.shares(), isWorse);
        for (int m = 0; m < cuts.length; m++) {
            int with = isWorse ? cuts[m] : now.cut(m);
            int without = isWorse ? now.cut(m) : cuts[m];
            if (with > 0 && without == 0) {
                moves.add(new Move(scheme.mitigations().get(m).id(), with * WHOLE / (isWorse ? gross : now.gross())));
            }
        }
    }

    private void addRules(List<Move> moves, long holds, boolean isWorse) {
        for (long changed = held ^ holds; changed != 0; changed &= changed - 1) {
            int position = Long.numberOfTrailingZeros(changed);
            DirectRule rule = scheme.direct().get(position);
            if (canMove(rule.effect(), (holds >>> position & 1) != 0, isWorse)) {
                moves.add(new Move(rule.id(), Long.MAX_VALUE));
            }
        }
    }

    private static boolean canMove(Effect effect, boolean begins, boolean isWorse) {
        if (effect instanceof Effect.Set) {
            return true;
        }
        return effect instanceof Effect.Lift ? begins != isWorse : begins == isWorse;
    }

    private void addIndicators(List<Move> moves, long[] now, boolean isWorse) {
        long whole = Math.max(LongStream.of(shares).sum(), LongStream.of(now).sum());
        for (int i = 0; i < shares.length; i++) {
            long by = isWorse ? now[i] - shares[i] : shares[i] - now[i];
            if (by > 0) {
                moves.add(new Move(scheme.indicators().get(i).id(), by * WHOLE / whole));
            }
        }
    }
}
