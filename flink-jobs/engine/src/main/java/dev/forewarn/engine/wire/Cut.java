package dev.forewarn.engine.wire;

import dev.forewarn.avro.Contribution;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left out of a message that would be too large, in the order in which it is tried. Scores, classes and levels
 * are never cut: a producer that refuses a message would restart the job for ever, a missing explanation does not.
 *
 * @param contributions how many contributions stay
 * @param evidence how many facts stay behind each of them, and behind the alert
 * @param characters how long texts may be
 * @param alerts how many open alerts stay
 */
record Cut(int contributions, int evidence, int characters, int alerts) {

    /** From the whole message to the least that is useful. */
    static final List<Cut> STEPS = List.of(
            new Cut(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE),
            new Cut(Integer.MAX_VALUE, 3, 16_000, 512),
            new Cut(200, 0, 4_000, 256),
            new Cut(20, 0, 1_000, 32),
            new Cut(0, 0, 200, 0));

    List<Contribution> of(List<Contribution> whole) {
        List<Contribution> kept = new ArrayList<>();
        for (Contribution contribution : whole.subList(0, Math.min(contributions, whole.size()))) {
            List<dev.forewarn.avro.Evidence> facts = contribution.getEvidence();
            kept.add(
                    facts.size() <= evidence
                            ? contribution
                            : Contribution.newBuilder(contribution)
                                    .setEvidence(facts.subList(0, evidence))
                                    .build());
        }
        return kept;
    }

    <T> List<T> first(List<T> whole, int limit) {
        return whole.size() <= limit ? whole : whole.subList(0, limit);
    }

    String of(String text) {
        return Texts.cut(text, characters);
    }
}
