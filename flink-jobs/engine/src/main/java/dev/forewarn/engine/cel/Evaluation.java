package dev.forewarn.engine.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;

/**
 * An expression that is ready to run. Equal to another of the same dialect, text and part, so that a condition that is
 * written twice is asked once.
 *
 * @param <S> what the expression looks at
 */
public final class Evaluation<S> {

    private final Dialect<S> dialect;
    private final Program program;
    private final String text;
    private final long part;

    /** @param part id of the node that is evaluated; CEL numbers the nodes of equal texts equally */
    Evaluation(Dialect<S> dialect, Program program, String text, long part) {
        this.dialect = dialect;
        this.program = program;
        this.text = text;
        this.part = part;
    }

    /**
     * The value.
     *
     * @throws CelEvaluationException if the expression has none, such as for an index that does not exist
     */
    public Object of(S scope) throws CelEvaluationException {
        return dialect.evaluate(program, scope);
    }

    /** Whether a condition holds; one that has no value does not. */
    public boolean holds(S scope) {
        try {
            return Boolean.TRUE.equals(dialect.evaluate(program, scope));
        } catch (CelEvaluationException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evaluation<?> evaluation
                && evaluation.dialect == dialect
                && evaluation.part == part
                && evaluation.text.equals(text);
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + Long.hashCode(part);
    }

    @Override
    public String toString() {
        return text;
    }
}
