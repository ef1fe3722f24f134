package dev.forewarn.core.assess;

import dev.forewarn.core.catalogue.DirectRule;
import dev.forewarn.core.score.ClassBands;
import dev.forewarn.core.score.Effect;

/**
 * A direct rule that moves the class of a domain.
 *
 * @param effect in words, such as {@code floor C}
 */
public record HeldRule(String domain, DirectRule rule, String effect) {

    static HeldRule of(String domain, DirectRule rule, ClassBands bands) {
        return new HeldRule(domain, rule, words(rule.effect(), bands));
    }

    private static String words(Effect effect, ClassBands bands) {
        if (effect instanceof Effect.Set set) {
            return "set " + bands.label(set.rank());
        }
        if (effect instanceof Effect.Floor floor) {
            return "floor " + bands.label(floor.rank());
        }
        return effect instanceof Effect.Shift shift
                ? "shift " + shift.by() + " to " + bands.label(shift.cap()) + " at most"
                : "lift " + ((Effect.Lift) effect).by();
    }
}
