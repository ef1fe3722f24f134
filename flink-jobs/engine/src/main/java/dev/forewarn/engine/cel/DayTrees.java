package dev.forewarn.engine.cel;

import dev.cel.common.ast.CelExpr;
import dev.forewarn.core.fact.Comparison;
import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.indicator.DayView;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns checked day conditions into the core's; what those cannot say runs as CEL. */
final class DayTrees extends Connectives<DayCondition> {

    private static final Pattern DAYS = Pattern.compile("(\\d{1,5})d");

    private final Checked<DayScope> checked;
    private final Map<List<String>, DayTerm> terms;

    private DayTrees(Checked<DayScope> checked, Map<List<String>, DayTerm> terms) {
        this.checked = checked;
        this.terms = Map.copyOf(terms);
    }

    /** Looks up all names of an expression; null if some stand for nothing, which has then been told. */
    static @Nullable DayTrees of(Checked<DayScope> checked, DayNames names) {
        Map<List<String>, DayTerm> terms = new HashMap<>();
        boolean areKnown = true;
        for (CelExpr node : checked.terms(checked.root())) {
            DayTerm term = lookUp(checked, node, names);
            areKnown &= term != null;
            if (term != null) {
                terms.put(DayTerm.keyOf(node), term);
            }
        }
        return areKnown ? new DayTrees(checked, terms) : null;
    }

    private static @Nullable DayTerm lookUp(Checked<DayScope> checked, CelExpr node, DayNames names) {
        List<String> given = Checked.namesOf(node);
        Consumer<String> refuse = reason -> checked.fault(node.call().args().get(1), reason);
        Consumer<String> refuseSecond =
                reason -> checked.fault(node.call().args().get(2), reason);
        switch (node.call().function()) {
            case DayDialect.READING -> {
                int position = names.indicator(given.get(0), refuse);
                return position == DayNames.NONE ? null : new DayTerm.OfReading(position);
            }
            case DayDialect.SCORE -> {
                int scheme = names.scheme(given.get(0), refuse);
                return scheme == DayNames.NONE ? null : new DayTerm.OfScore(scheme);
            }
            case DayDialect.RISE -> {
                return rise(given, names, refuse, refuseSecond);
            }
            case DayDialect.CLASS -> {
                int scheme = names.scheme(given.get(0), refuse);
                int rank = scheme == DayNames.NONE ? DayNames.NONE : names.rank(scheme, given.get(1), refuseSecond);
                return rank == DayNames.NONE ? null : new DayTerm.OfClass(scheme, rank);
            }
            default -> {
                return aggregate(node.call().function(), given, names, refuse, refuseSecond);
            }
        }
    }

    private static @Nullable DayTerm rise(
            List<String> given, DayNames names, Consumer<String> refuse, Consumer<String> refuseDays) {
        int scheme = names.scheme(given.get(0), refuse);
        Matcher days = DAYS.matcher(given.get(1));
        int number = days.matches() ? Integer.parseInt(days.group(1)) : 0;
        if (number < 1 || number > DayCondition.Rise.MOST_DAYS) {
            refuseDays.accept("a rise is over 1 to " + DayCondition.Rise.MOST_DAYS + " days, such as 7d; got '"
                    + given.get(1) + "'");
            return null;
        }
        return scheme == DayNames.NONE ? null : new DayTerm.OfRise(new DayCondition.Rise(scheme, number));
    }

    private static @Nullable DayTerm aggregate(
            String function,
            List<String> given,
            DayNames names,
            Consumer<String> refuse,
            Consumer<String> refuseWindow) {
        Window window = null;
        if (given.size() > 1) {
            try {
                window = Window.parse(given.get(1));
            } catch (IllegalArgumentException e) {
                refuseWindow.accept(String.valueOf(e.getMessage()));
                return null;
            }
        }
        Aggregate aggregate = DayDialect.AGGREGATES.getOrDefault(function, Aggregate.ACTIVE);
        int position = names.reading(aggregate, given.get(0), window, refuse);
        return position == DayNames.NONE ? null : new DayTerm.OfReading(position);
    }

    @Override
    DayCondition all(List<DayCondition> parts) {
        return new DayCondition.All(parts);
    }

    @Override
    DayCondition any(List<DayCondition> parts) {
        return new DayCondition.Any(parts);
    }

    @Override
    DayCondition not(DayCondition part) {
        return new DayCondition.Not(part);
    }

    @Override
    @Nullable
    DayCondition leaf(CelExpr node) {
        Relation relation = Relation.of(node);
        DayCondition found = relation == null ? flag(node) : compared(relation);
        return found == null ? opaque(node) : found;
    }

    private @Nullable DayCondition flag(CelExpr node) {
        DayTerm term = term(node);
        if (term instanceof DayTerm.OfReading reading && node.call().function().equals(DayDialect.ACTIVE)) {
            return new DayCondition.ReadingIs(reading.position(), Comparison.MORE, 0);
        }
        return term instanceof DayTerm.OfClass of ? new DayCondition.ClassAtLeast(of.scheme(), of.rank()) : null;
    }

    private @Nullable DayCondition compared(Relation relation) {
        DayTerm term = term(relation.term());
        long constant = Numbers.exact(relation.constant());
        if (term == null || constant == Exact.ABSENT) {
            return null;
        }
        if (term instanceof DayTerm.OfReading reading) {
            return new DayCondition.ReadingIs(reading.position(), relation.comparison(), constant);
        }
        long whole = Exact.round(constant);
        if (Exact.of(whole) != constant || whole != (int) whole) {
            return null;
        }
        if (term instanceof DayTerm.OfRise rise) {
            return new DayCondition.RiseIs(rise.rise(), relation.comparison(), (int) whole);
        }
        return term instanceof DayTerm.OfScore score
                ? new DayCondition.ScoreIs(score.scheme(), relation.comparison(), (int) whole)
                : null;
    }

    private @Nullable DayTerm term(CelExpr node) {
        return checked.isTerm(node) ? terms.get(DayTerm.keyOf(node)) : null;
    }

    @Nullable
    DayCondition opaque(CelExpr node) {
        Evaluation<DayScope> evaluation = checked.evaluation(node);
        if (evaluation == null) {
            return null;
        }
        Map<List<String>, DayTerm> own = new HashMap<>();
        for (CelExpr term : checked.terms(node)) {
            List<String> key = DayTerm.keyOf(term);
            own.put(key, Objects.requireNonNull(terms.get(key)));
        }
        return new OpaqueDay(evaluation, own);
    }

    /** A condition that runs as CEL. */
    record OpaqueDay(Evaluation<DayScope> evaluation, Map<List<String>, DayTerm> terms) implements DayCondition.Opaque {
        OpaqueDay {
            terms = Map.copyOf(terms);
        }

        @Override
        public boolean test(DayView view) {
            return evaluation.holds(new DayScope(view, terms));
        }

        @Override
        public Set<Integer> readings() {
            return terms.values().stream()
                    .filter(DayTerm.OfReading.class::isInstance)
                    .map(term -> ((DayTerm.OfReading) term).position())
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public Set<DayCondition.Rise> rises() {
            return terms.values().stream()
                    .filter(DayTerm.OfRise.class::isInstance)
                    .map(term -> ((DayTerm.OfRise) term).rise())
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public boolean looksAtResults() {
            return terms.values().stream().anyMatch(term -> !(term instanceof DayTerm.OfReading));
        }
    }
}
