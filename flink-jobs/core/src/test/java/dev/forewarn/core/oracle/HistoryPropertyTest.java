package dev.forewarn.core.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The promise {@link Promise#HISTORY} on thousands of random cases; {@link PromiseRun} runs millions. */
class HistoryPropertyTest {

    // A case shrinks by leaving out events and rules, which the seed knows nothing of.
    @Property(tries = 800, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void oneLogHasOneHistoryHoweverItIsWokenAndItIsTheOracles(@ForAll long seed) {
        Case made = Promise.HISTORY.make(seed);
        String breach = Promise.HISTORY.findBreachOrFailure(made);
        assertThat(breach).as(() -> PromiseRun.told(Promise.HISTORY, made)).isNull();
    }
}
