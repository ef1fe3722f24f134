package dev.forewarn.engine.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.forewarn.core.time.Exact;
import java.math.BigDecimal;
import java.util.List;

/** The numbers that are written out in expressions: exact, with at most four places. */
final class Numbers {

    private Numbers() {}

    /** Whether every number of an expression can be held exactly; those that cannot are faults. */
    static boolean areExact(Checked<?> checked) {
        boolean areExact = true;
        List<CelExpr> constants = checked.nodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
                .map(CelNavigableExpr::expr)
                .filter(node -> isNumber(node.constant()))
                .toList();
        for (CelExpr constant : constants) {
            BigDecimal number = numberOf(constant.constant());
            if (number.stripTrailingZeros().scale() > 4) {
                checked.fault(constant, "a number has at most four places; got " + number.toPlainString());
                areExact = false;
            } else if (number.abs().compareTo(BigDecimal.valueOf(Exact.LIMIT, 4)) > 0) {
                checked.fault(
                        constant,
                        "a number lies within ±" + Exact.toText(Exact.LIMIT) + "; got " + number.toPlainString());
                areExact = false;
            }
        }
        return areExact;
    }

    /** A number that is written out, scaled by 10⁻⁴; {@link Exact#ABSENT} for anything else. */
    static long exact(CelExpr node) {
        CelConstant constant = node.constantOrDefault();
        return isNumber(constant) ? Exact.of(numberOf(constant)) : Exact.ABSENT;
    }

    static boolean isNumber(CelExpr node) {
        return isNumber(node.constantOrDefault());
    }

    /** The number as CEL sees it; NaN if it is absent. */
    static double toDouble(long exact) {
        return exact == Exact.ABSENT ? Double.NaN : exact / (double) Exact.ONE;
    }

    private static boolean isNumber(CelConstant constant) {
        return constant.getKind() == CelConstant.Kind.INT64_VALUE
                || constant.getKind() == CelConstant.Kind.DOUBLE_VALUE;
    }

    // The shortest decimal that reads as the same double is the one that was written, up to 15 digits.
    private static BigDecimal numberOf(CelConstant constant) {
        return constant.getKind() == CelConstant.Kind.INT64_VALUE
                ? BigDecimal.valueOf(constant.int64Value())
                : BigDecimal.valueOf(constant.doubleValue());
    }
}
