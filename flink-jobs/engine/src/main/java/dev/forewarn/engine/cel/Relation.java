package dev.forewarn.engine.cel;

import dev.cel.common.ast.CelExpr;
import dev.forewarn.core.fact.Comparison;
import org.jspecify.annotations.Nullable;

/** A comparison of something with a constant, the constant on the right. */
record Relation(CelExpr term, Comparison comparison, CelExpr constant) {

    /** The relation that a node is, null if it is none. */
    static @Nullable Relation of(CelExpr node) {
        if (node.getKind() != CelExpr.ExprKind.Kind.CALL
                || !Operators.COMPARISONS.containsKey(node.call().function())) {
            return null;
        }
        Comparison comparison = Operators.comparisonOf(node.call().function());
        CelExpr left = node.call().args().get(0);
        CelExpr right = node.call().args().get(1);
        if (right.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            return new Relation(left, comparison, right);
        }
        return left.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                ? new Relation(right, mirrored(comparison), left)
                : null;
    }

    private static Comparison mirrored(Comparison comparison) {
        return switch (comparison) {
            case LESS -> Comparison.MORE;
            case AT_MOST -> Comparison.AT_LEAST;
            case AT_LEAST -> Comparison.AT_MOST;
            case MORE -> Comparison.LESS;
            case EQUAL, NOT_EQUAL -> comparison;
        };
    }
}
