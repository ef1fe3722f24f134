package dev.forewarn.engine.cel;

import dev.forewarn.core.indicator.DayView;
import dev.forewarn.core.indicator.Reading;
import java.util.List;
import java.util.Map;

/** A day as a CEL expression sees it: every term that it touches also says when it may change. */
record DayScope(DayView view, Map<List<String>, DayTerm> terms) {

    double number(String function, List<String> names) {
        DayTerm.OfReading term = (DayTerm.OfReading) term(function, names);
        Reading reading = view.reading(term.position());
        // What the expression does with the number is not known here; so any change may change the answer.
        view.horizon().on(reading.nextDay());
        if (reading.slope() != 0) {
            view.horizon().on(view.today() + 1);
        }
        return Numbers.toDouble(reading.value());
    }

    long score(List<String> names) {
        return view.score(((DayTerm.OfScore) term(DayDialect.SCORE, names)).scheme());
    }

    long rise(List<String> names) {
        return ((DayTerm.OfRise) term(DayDialect.RISE, names)).rise().of(view);
    }

    boolean isClassAtLeast(List<String> names) {
        DayTerm.OfClass term = (DayTerm.OfClass) term(DayDialect.CLASS, names);
        return view.fusedRank(term.scheme()) >= term.rank();
    }

    private DayTerm term(String function, List<String> names) {
        DayTerm term = terms.get(DayTerm.keyOf(function, names));
        if (term == null) {
            throw new IllegalStateException("the term " + function + names + " was not looked up");
        }
        return term;
    }
}
