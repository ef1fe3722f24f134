package dev.forewarn.engine.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.Program;
import dev.forewarn.engine.document.Value;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CEL with a set of names: what a kind of expression may say. Checks texts and evaluates them; immutable, and safe for
 * threads.
 *
 * @param <S> the scope: what an expression looks at, such as one fact
 */
public final class Dialect<S> {

    /** Longest expression, in characters. */
    public static final int LONGEST = 2000;

    /** Deepest nesting of an expression. */
    public static final int DEEPEST = 24;

    /** Most steps of all of an expression's {@code exists} and {@code all}. */
    private static final int MOST_ITERATIONS = 1000;

    /** The hidden variable that holds the scope; no text can name it, since {@code @} begins no CEL name. */
    static final String SCOPE = "@scope";

    static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .maxRegexProgramSize(MOST_ITERATIONS)
            .build();

    private final String name;
    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final Map<String, Function<S, Object>> variables;
    private final Set<String> terms;
    private final Set<String> names;

    Dialect(
            String name,
            CelCompiler compiler,
            CelRuntime runtime,
            Map<String, Function<S, Object>> variables,
            Set<String> terms,
            Set<String> names) {
        this.name = name;
        this.compiler = compiler;
        this.runtime = runtime;
        this.variables = Map.copyOf(variables);
        this.terms = Set.copyOf(terms);
        this.names = new TreeSet<>(names);
    }

    /**
     * A dialect without names.
     *
     * @param name for messages and for telling expressions of different dialects apart
     */
    public static <S> DialectBuilder<S> named(String name) {
        return new DialectBuilder<>(name);
    }

    public String name() {
        return name;
    }

    /** Whether a call reads the scope by literal names. */
    boolean isTerm(CelExpr node) {
        return node.getKind() == CelExpr.ExprKind.Kind.CALL
                && terms.contains(node.call().function())
                && !node.call().args().isEmpty()
                && node.call().args().get(0).identOrDefault().name().equals(SCOPE);
    }

    /**
     * Checks the text of a value; null if it has faults, which have then been told.
     *
     * @param results types that it may have
     */
    public @Nullable Checked<S> check(Value value, CelType... results) {
        String text = value.text("");
        if (text.isEmpty()) {
            if (value.isText()) {
                value.fault("'" + value.name() + "' must be an expression; it is empty");
            }
            return null;
        }
        if (text.length() > LONGEST) {
            value.fault("'" + value.name() + "' has at most " + LONGEST + " characters; got " + text.length());
            return null;
        }
        CelAbstractSyntaxTree tree = compile(value, text);
        if (tree == null) {
            return null;
        }
        Checked<S> checked = new Checked<>(this, value, text, tree);
        boolean isRightType = Arrays.asList(results).contains(tree.getResultType());
        if (!isRightType) {
            String wanted = Arrays.stream(results)
                    .map(type -> TypeNames.of(type.name()))
                    .distinct()
                    .collect(Collectors.joining(" or "));
            value.fault("'" + value.name() + "' must be " + wanted + "; this expression gives "
                    + TypeNames.of(tree.getResultType().name()));
        }
        return isRightType && hasFewLoops(checked) && hasGoodPatterns(checked) && hasUniformLists(checked)
                ? checked
                : null;
    }

    private @Nullable CelAbstractSyntaxTree compile(Value value, String text) {
        CelValidationResult result = compiler.compile(text, value.name());
        if (!result.hasError()) {
            try {
                return result.getAst();
            } catch (CelValidationException e) {
                value.fault("'" + value.name() + "': " + e.getMessage());
                return null;
            }
        }
        CelSource source = result.getSource();
        List<CelIssue> issues = result.getErrors().stream()
                .sorted(Comparator.comparingInt(issue -> offsetOf(issue, source)))
                .toList();
        boolean isExpression = issues.stream().noneMatch(issue -> Complaint.isSyntax(issue.getMessage()));
        for (CelIssue issue : isExpression ? issues : issues.subList(0, 1)) {
            value.fault(
                    charsOf(text, offsetOf(issue, source)),
                    "'" + value.name() + "': " + Complaint.of(issue.getMessage(), names));
        }
        return null;
    }

    private static int offsetOf(CelIssue issue, CelSource source) {
        return source.getLocationOffset(issue.getSourceLocation()).orElse(0);
    }

    /** CEL counts code points, Java chars. */
    static int charsOf(String text, int codePoints) {
        return text.offsetByCodePoints(0, Math.max(0, Math.min(codePoints, text.codePointCount(0, text.length()))));
    }

    private static boolean hasFewLoops(Checked<?> checked) {
        List<CelNavigableExpr> loops = checked.nodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION)
                .toList();
        for (CelNavigableExpr loop : loops) {
            for (Optional<CelNavigableExpr> outer = loop.parent();
                    outer.isPresent();
                    outer = outer.get().parent()) {
                if (outer.get().getKind() == CelExpr.ExprKind.Kind.COMPREHENSION) {
                    checked.fault(loop.expr(), "'exists' and 'all' do not nest; here one stands in another");
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean hasGoodPatterns(Checked<?> checked) {
        List<CelExpr> patterns = checked.nodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CALL)
                .map(CelNavigableExpr::expr)
                .filter(node -> node.call().function().equals("matches"))
                .map(node -> node.call().args().get(node.call().args().size() - 1))
                .toList();
        for (CelExpr pattern : patterns) {
            if (pattern.constantOrDefault().getKind() != CelConstant.Kind.STRING_VALUE) {
                checked.fault(pattern, "the pattern of 'matches' must be written out");
                return false;
            }
            try {
                Pattern.compile(pattern.constant().stringValue());
            } catch (PatternSyntaxException e) {
                checked.fault(pattern, "the pattern of 'matches' must be a regular expression; " + e.getMessage());
                return false;
            }
        }
        return true;
    }

    /** CEL itself lets a list hold anything, of which some would never be equal to what is looked for. */
    private static boolean hasUniformLists(Checked<?> checked) {
        List<CelExpr> mixed = checked.nodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.LIST)
                .map(CelNavigableExpr::expr)
                .filter(list -> typesIn(list, checked).size() > 1)
                .toList();
        mixed.forEach(list -> checked.fault(list, "a list holds texts or numbers, not both"));
        return mixed.isEmpty();
    }

    private static Set<String> typesIn(CelExpr list, Checked<?> checked) {
        return list.list().elements().stream()
                .map(element -> TypeNames.of(checked.type(element).name()))
                .collect(Collectors.toSet());
    }

    Program program(CelAbstractSyntaxTree tree) throws CelEvaluationException {
        return runtime.createProgram(tree);
    }

    Object evaluate(Program program, S scope) throws CelEvaluationException {
        return program.eval(asked -> {
            if (asked.equals(SCOPE)) {
                return Optional.of(scope);
            }
            Function<S, Object> reader = variables.get(asked);
            return reader == null ? Optional.empty() : Optional.of(reader.apply(scope));
        });
    }
}
