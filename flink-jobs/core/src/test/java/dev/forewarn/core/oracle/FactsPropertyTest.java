package dev.forewarn.core.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The promise {@link Promise#FACTS} on thousands of random cases; {@link PromiseRun} runs millions. */
class FactsPropertyTest {

    // A case shrinks by leaving out events and rules, which the seed knows nothing of.
    @Property(tries = 2000, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void anyOrderAndAnyNumberOfCopiesGivesTheSameFactsAndAssessment(@ForAll long seed) {
        Case made = Promise.FACTS.make(seed);
        String breach = Promise.FACTS.findBreachOrFailure(made);
        assertThat(breach).as(() -> PromiseRun.told(Promise.FACTS, made)).isNull();
    }
}
