package dev.forewarn.core.oracle;

import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.TextTerm;

/** A condition that the core cannot look into: whether a text has more than so many letters. */
record OpaqueFactCondition(TextTerm term, int letters) implements FactCondition.Opaque {

    @Override
    public boolean test(Fact fact) {
        return holds(term.of(fact));
    }

    boolean holds(String text) {
        return text.length() > letters;
    }
}
