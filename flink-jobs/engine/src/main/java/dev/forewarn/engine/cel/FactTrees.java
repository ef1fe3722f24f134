package dev.forewarn.engine.cel;

import dev.cel.common.ast.CelExpr;
import dev.forewarn.core.fact.Comparison;
import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.fact.TextTerm;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns checked row conditions into the core's; what those cannot say runs as CEL. */
final class FactTrees extends Connectives<FactCondition> {

    private static final Map<String, TextTerm> TEXTS = Map.of(
            "severity", TextTerm.of(TextTerm.Kind.SEVERITY),
            "subject", TextTerm.of(TextTerm.Kind.SUBJECT),
            "subject_or_key", TextTerm.of(TextTerm.Kind.SUBJECT_OR_KEY),
            "source", TextTerm.of(TextTerm.Kind.SOURCE),
            "record_key", TextTerm.of(TextTerm.Kind.RECORD_KEY));

    private final Checked<Fact> checked;

    FactTrees(Checked<Fact> checked) {
        this.checked = checked;
    }

    /** The text that a node reads, null if it is anything else. */
    static @Nullable TextTerm text(CelExpr node) {
        return switch (node.callOrDefault().function()) {
            case FactDialect.ATTRIBUTE ->
                TextTerm.attribute(Checked.namesOf(node).get(0));
            case FactDialect.ATTRIBUTE_OR_SUBJECT ->
                TextTerm.attributeOrSubject(Checked.namesOf(node).get(0));
            default -> TEXTS.get(node.identOrDefault().name());
        };
    }

    /** The number that a node reads, null if it is anything else. */
    static @Nullable NumberTerm number(CelExpr node) {
        if (node.callOrDefault().function().equals(FactDialect.NUMBER)) {
            return NumberTerm.number(Checked.namesOf(node).get(0));
        }
        return node.identOrDefault().name().equals(FactDialect.AMOUNT) ? NumberTerm.AMOUNT : null;
    }

    @Override
    FactCondition all(List<FactCondition> parts) {
        return parts.isEmpty() ? FactCondition.ALWAYS : new FactCondition.All(parts);
    }

    @Override
    FactCondition any(List<FactCondition> parts) {
        return new FactCondition.Any(parts);
    }

    @Override
    FactCondition not(FactCondition part) {
        return new FactCondition.Not(part);
    }

    @Override
    @Nullable
    FactCondition leaf(CelExpr node) {
        Relation relation = Relation.of(node);
        FactCondition found = relation == null ? in(node) : compared(relation);
        return found == null ? opaque(node) : found;
    }

    private static @Nullable FactCondition compared(Relation relation) {
        NumberTerm number = number(relation.term());
        if (number != null && Numbers.isNumber(relation.constant())) {
            return new FactCondition.NumberIs(number, relation.comparison(), Numbers.exact(relation.constant()));
        }
        TextTerm text = text(relation.term());
        if (text == null || !Checked.isText(relation.constant())) {
            return null;
        }
        FactCondition equal = new FactCondition.TextIn(
                text, Set.of(relation.constant().constant().stringValue()));
        return switch (relation.comparison()) {
            case EQUAL -> equal;
            case NOT_EQUAL -> new FactCondition.Not(equal);
            default -> null;
        };
    }

    private static @Nullable FactCondition in(CelExpr node) {
        if (!node.callOrDefault().function().equals("@in")
                || node.call().args().get(1).getKind() != CelExpr.ExprKind.Kind.LIST) {
            return null;
        }
        List<CelExpr> choices = node.call().args().get(1).list().elements();
        TextTerm text = text(node.call().args().get(0));
        if (text != null && choices.stream().allMatch(Checked::isText)) {
            Set<String> words = new HashSet<>();
            choices.forEach(choice -> words.add(choice.constant().stringValue()));
            return new FactCondition.TextIn(text, words);
        }
        NumberTerm number = number(node.call().args().get(0));
        if (number != null && choices.stream().allMatch(Numbers::isNumber)) {
            return new FactCondition.Any(choices.stream()
                    .<FactCondition>map(
                            choice -> new FactCondition.NumberIs(number, Comparison.EQUAL, Numbers.exact(choice)))
                    .toList());
        }
        return null;
    }

    private @Nullable FactCondition opaque(CelExpr node) {
        Evaluation<Fact> evaluation = checked.evaluation(node);
        return evaluation == null ? null : new OpaqueFact(evaluation);
    }

    /** A condition that runs as CEL. */
    record OpaqueFact(Evaluation<Fact> evaluation) implements FactCondition.Opaque {
        @Override
        public boolean test(Fact fact) {
            return evaluation.holds(fact);
        }
    }
}
