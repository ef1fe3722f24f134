package dev.forewarn.engine.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.forewarn.engine.document.Value;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An expression that has passed the type check, as a tree that knows where it stands.
 *
 * @param <S> what the expression looks at
 */
public final class Checked<S> {

    private final Dialect<S> dialect;
    private final Value value;
    private final String text;
    private final CelAbstractSyntaxTree tree;

    Checked(Dialect<S> dialect, Value value, String text, CelAbstractSyntaxTree tree) {
        this.dialect = dialect;
        this.value = value;
        this.text = text;
        this.tree = tree;
    }

    public CelType type() {
        return tree.getResultType();
    }

    /** The whole expression, ready to run; null if it cannot be planned, which is then a fault. */
    public @Nullable Evaluation<S> evaluation() {
        return evaluation(root());
    }

    CelExpr root() {
        return tree.getExpr();
    }

    CelType type(CelExpr node) {
        return tree.getTypeOrThrow(node.id());
    }

    /** All nodes, those inside of {@code exists} and {@code all} included. */
    Stream<CelNavigableExpr> nodes() {
        return CelNavigableAst.fromAst(tree).getRoot().allNodes();
    }

    boolean isTerm(CelExpr node) {
        return dialect.isTerm(node);
    }

    /** The calls in a part of the expression that read the scope by name. */
    List<CelExpr> terms(CelExpr part) {
        return CelNavigableExpr.fromExpr(part)
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(this::isTerm)
                .toList();
    }

    /** Part of the expression, ready to run; null if it cannot be planned, which is then a fault. */
    @Nullable
    Evaluation<S> evaluation(CelExpr part) {
        try {
            CelAbstractSyntaxTree own = CelAbstractSyntaxTree.newCheckedAst(
                    part, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap());
            return new Evaluation<>(dialect, dialect.program(own), text, part.id());
        } catch (CelEvaluationException e) {
            fault(part, "this cannot be evaluated: " + e.getMessage());
            return null;
        }
    }

    /** Says that a node breaks a rule. */
    void fault(CelExpr node, String reason) {
        Integer offset = tree.getSource().getPositionsMap().get(node.id());
        value.fault(offset == null ? 0 : Dialect.charsOf(text, offset), "'" + value.name() + "': " + reason);
    }

    /** The names that a term reads by. */
    static List<String> namesOf(CelExpr term) {
        return term.call().args().stream()
                .skip(1)
                .map(argument -> argument.constant().stringValue())
                .toList();
    }

    static boolean isText(CelExpr node) {
        return node.constantOrDefault().getKind() == CelConstant.Kind.STRING_VALUE;
    }
}
