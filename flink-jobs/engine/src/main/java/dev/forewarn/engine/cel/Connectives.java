package dev.forewarn.engine.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns and, or, not, true and false into conditions of the core, and leaves what stands between them to its subclass.
 *
 * @param <C> the core's condition
 */
abstract class Connectives<C> {

    abstract C all(List<C> parts);

    abstract C any(List<C> parts);

    abstract C not(C part);

    /** A condition without connectives at its root; null if it has faults, which have been told. */
    abstract @Nullable C leaf(CelExpr node);

    final @Nullable C of(CelExpr node) {
        if (node.constantOrDefault().getKind() == CelConstant.Kind.BOOLEAN_VALUE) {
            return node.constant().booleanValue() ? all(List.of()) : any(List.of());
        }
        if (node.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return leaf(node);
        }
        return switch (node.call().function()) {
            case "_&&_" -> {
                List<C> parts = parts(node, "_&&_");
                yield parts == null ? null : all(parts);
            }
            case "_||_" -> {
                List<C> parts = parts(node, "_||_");
                yield parts == null ? null : any(parts);
            }
            case "!_" -> {
                C part = of(node.call().args().get(0));
                yield part == null ? null : not(part);
            }
            default -> leaf(node);
        };
    }

    /** The parts of a chain of one connective, left to right; null if any has faults. */
    private @Nullable List<C> parts(CelExpr chain, String connective) {
        List<C> parts = new ArrayList<>();
        boolean isWhole = true;
        for (CelExpr argument : chain.call().args()) {
            if (argument.callOrDefault().function().equals(connective)) {
                List<C> inner = parts(argument, connective);
                parts.addAll(inner == null ? List.of() : inner);
                isWhole &= inner != null;
            } else {
                C part = of(argument);
                isWhole &= part != null;
                if (part != null) {
                    parts.add(part);
                }
            }
        }
        return isWhole ? parts : null;
    }
}
