package dev.forewarn.cli.mapping;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads from a checked expression what its types do not say: the columns it names, and literals that cannot work. */
final class Inspection {

    private static final String INDEX = "_[_]";

    private final CelAbstractSyntaxTree tree;
    private final List<RowFunction> functions;
    private final boolean isSalted;
    private final Map<Integer, String> columns = new TreeMap<>();
    private final Map<Integer, String> faults = new TreeMap<>();

    Inspection(CelAbstractSyntaxTree tree, List<RowFunction> functions, boolean isSalted) {
        this.tree = tree;
        this.functions = functions;
        this.isSalted = isSalted;
        CelNavigableAst.fromAst(tree).getRoot().allNodes().forEach(node -> visit(node.expr()));
    }

    /** The column that an expression is, if it is nothing else; null otherwise. */
    static @Nullable String soleColumn(CelAbstractSyntaxTree tree) {
        CelExpr root = tree.getExpr();
        boolean isColumn = root.getKind() == CelExpr.ExprKind.Kind.SELECT
                && !root.select().testOnly()
                && isRow(root.select().operand());
        return isColumn ? root.select().field() : null;
    }

    /** Columns by the index of their mention in the expression. */
    Map<Integer, String> columns() {
        return columns;
    }

    /** What is wrong, by index in the expression. */
    Map<Integer, String> faults() {
        return faults;
    }

    private void visit(CelExpr node) {
        switch (node.getKind()) {
            case SELECT -> {
                if (isRow(node.select().operand())) {
                    columns.put(offset(node), node.select().field());
                }
            }
            case CALL -> visitCall(node, node.call());
            default -> {
                // Nothing else names a column or takes a literal that could be wrong.
            }
        }
    }

    private void visitCall(CelExpr node, CelExpr.CelCall call) {
        List<CelExpr> arguments = call.args();
        if (call.function().equals(INDEX) && isRow(arguments.get(0))) {
            String column = literal(arguments.get(1));
            if (column != null) {
                columns.put(offset(node), column);
            }
        } else if (call.function().equals("matches")) {
            check(arguments.get(arguments.size() - 1), TextFunctions::patternFault);
        } else if (call.function().equals("sha256_salted") && !isSalted) {
            faults.put(
                    offset(node),
                    "persons are hashed under a salt, and there is none: set FOREWARN_SALT, or give --salt-file");
        }
        for (RowFunction function : functions) {
            if (function.checked() >= 0 && function.isCalled(call.function(), arguments.size())) {
                check(arguments.get(function.checked()), function.check());
            }
        }
    }

    private void check(CelExpr argument, java.util.function.Function<String, @Nullable String> check) {
        String literal = literal(argument);
        String fault = literal == null ? null : check.apply(literal);
        if (fault != null) {
            faults.put(offset(argument), fault);
        }
    }

    private static @Nullable String literal(CelExpr node) {
        boolean isText = node.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && node.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return isText ? node.constant().stringValue() : null;
    }

    private static boolean isRow(CelExpr node) {
        return node.getKind() == CelExpr.ExprKind.Kind.IDENT
                && node.ident().name().equals(RowLanguage.ROW);
    }

    private int offset(CelExpr node) {
        String text = tree.getSource().getContent().toString();
        int codePoints = tree.getSource().getPositionsMap().getOrDefault(node.id(), 0);
        return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    }
}
