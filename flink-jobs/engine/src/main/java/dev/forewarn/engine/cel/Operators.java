package dev.forewarn.engine.cel;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import dev.cel.runtime.CelStandardFunctions;
import dev.forewarn.core.fact.Comparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/**
 * The operators of all dialects. CEL's own do not let {@code 3} stand beside {@code 3.0} everywhere, and call NaN
 * larger than any whole number. Here numbers mix freely, and a number that is absent is NaN, which makes every
 * comparison false, {@code !=} too, as it is in the core.
 */
final class Operators {

    /** CEL's own functions that are kept. Nothing here reads a clock or builds a value larger than its inputs. */
    static final CelStandardDeclarations STANDARD_DECLARATIONS = CelStandardDeclarations.newBuilder()
            .includeFunctions(
                    CelStandardDeclarations.StandardFunction.LOGICAL_AND,
                    CelStandardDeclarations.StandardFunction.LOGICAL_OR,
                    CelStandardDeclarations.StandardFunction.LOGICAL_NOT,
                    CelStandardDeclarations.StandardFunction.CONDITIONAL,
                    CelStandardDeclarations.StandardFunction.NOT_STRICTLY_FALSE,
                    CelStandardDeclarations.StandardFunction.INDEX,
                    CelStandardDeclarations.StandardFunction.SIZE,
                    CelStandardDeclarations.StandardFunction.INT,
                    CelStandardDeclarations.StandardFunction.DOUBLE,
                    CelStandardDeclarations.StandardFunction.STRING,
                    CelStandardDeclarations.StandardFunction.MATCHES,
                    CelStandardDeclarations.StandardFunction.CONTAINS,
                    CelStandardDeclarations.StandardFunction.STARTS_WITH,
                    CelStandardDeclarations.StandardFunction.ENDS_WITH)
            .build();

    static final CelStandardFunctions STANDARD_FUNCTIONS = CelStandardFunctions.newBuilder()
            .includeFunctions(
                    CelStandardFunctions.StandardFunction.LOGICAL_NOT,
                    CelStandardFunctions.StandardFunction.NOT_STRICTLY_FALSE,
                    CelStandardFunctions.StandardFunction.INDEX,
                    CelStandardFunctions.StandardFunction.SIZE,
                    CelStandardFunctions.StandardFunction.INT,
                    CelStandardFunctions.StandardFunction.DOUBLE,
                    CelStandardFunctions.StandardFunction.STRING,
                    CelStandardFunctions.StandardFunction.MATCHES,
                    CelStandardFunctions.StandardFunction.CONTAINS,
                    CelStandardFunctions.StandardFunction.STARTS_WITH,
                    CelStandardFunctions.StandardFunction.ENDS_WITH)
            .build();

    /** CEL's names of the comparisons. */
    static final Map<String, Comparison> COMPARISONS = Map.of(
            "_<_", Comparison.LESS,
            "_<=_", Comparison.AT_MOST,
            "_==_", Comparison.EQUAL,
            "_!=_", Comparison.NOT_EQUAL,
            "_>=_", Comparison.AT_LEAST,
            "_>_", Comparison.MORE);

    private static final Map<CelType, Class<?>> CLASSES = Map.of(
            SimpleType.DOUBLE,
            Double.class,
            SimpleType.INT,
            Long.class,
            SimpleType.STRING,
            String.class,
            SimpleType.BOOL,
            Boolean.class,
            ListType.create(SimpleType.DOUBLE),
            List.class,
            ListType.create(SimpleType.INT),
            List.class,
            ListType.create(SimpleType.STRING),
            List.class);

    private final Map<String, List<CelOverloadDecl>> declarations = new LinkedHashMap<>();
    private final Map<String, List<CelFunctionBinding>> bindings = new LinkedHashMap<>();

    private Operators() {
        COMPARISONS.keySet().stream().sorted().forEach(this::addComparison);
        addArithmetic("_+_", Math::addExact, (a, b) -> a + b);
        addArithmetic("_-_", Math::subtractExact, (a, b) -> a - b);
        addArithmetic("_*_", Math::multiplyExact, (a, b) -> a * b);
        // A ratio to nothing has no value, rather than an infinite one that exceeds every limit.
        addArithmetic("_/_", (a, b) -> a / b, (a, b) -> b == 0 ? Double.NaN : a / b);
        add("_%_", SimpleType.INT, List.of(SimpleType.INT, SimpleType.INT), a -> whole(a[0]) % whole(a[1]));
        add("_+_", SimpleType.STRING, List.of(SimpleType.STRING, SimpleType.STRING), a -> (String) a[0] + a[1]);
        add("-_", SimpleType.INT, List.of(SimpleType.INT), a -> Math.negateExact(whole(a[0])));
        add("-_", SimpleType.DOUBLE, List.of(SimpleType.DOUBLE), a -> -number(a[0]));
        addIn(SimpleType.STRING, SimpleType.STRING);
        for (CelType element : List.of(SimpleType.INT, SimpleType.DOUBLE)) {
            addIn(SimpleType.INT, element);
            addIn(SimpleType.DOUBLE, element);
        }
    }

    /** The declarations, for a compiler. */
    static List<CelFunctionDecl> declarations() {
        return new Operators()
                .declarations.entrySet().stream()
                        .map(entry -> CelFunctionDecl.newFunctionDeclaration(entry.getKey(), entry.getValue()))
                        .toList();
    }

    /** The bodies, for a runtime. */
    static List<CelFunctionBinding> bindings() {
        return new Operators()
                .bindings.entrySet().stream()
                        .flatMap(entry -> CelFunctionBinding.fromOverloads(entry.getKey(), entry.getValue()).stream())
                        .toList();
    }

    private void addComparison(String function) {
        Comparison comparison = comparisonOf(function);
        for (CelType left : List.of(SimpleType.INT, SimpleType.DOUBLE)) {
            for (CelType right : List.of(SimpleType.INT, SimpleType.DOUBLE)) {
                add(function, SimpleType.BOOL, List.of(left, right), a -> holds(comparison, a[0], a[1]));
            }
        }
        add(
                function,
                SimpleType.BOOL,
                List.of(SimpleType.STRING, SimpleType.STRING),
                a -> comparison.holds(((String) a[0]).compareTo((String) a[1])));
        if (comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL) {
            add(
                    function,
                    SimpleType.BOOL,
                    List.of(SimpleType.BOOL, SimpleType.BOOL),
                    a -> comparison.holds(((Boolean) a[0]).compareTo((Boolean) a[1])));
        }
    }

    static Comparison comparisonOf(String function) {
        return Objects.requireNonNull(COMPARISONS.get(function));
    }

    private static boolean holds(Comparison comparison, Object left, Object right) {
        if (left instanceof Long && right instanceof Long) {
            return comparison.holds(Long.compare(whole(left), whole(right)));
        }
        double a = number(left);
        double b = number(right);
        return !Double.isNaN(a) && !Double.isNaN(b) && comparison.holds(a < b ? -1 : a > b ? 1 : 0);
    }

    @SuppressWarnings("Immutable") // Both operators are lambdas without state.
    private void addArithmetic(String function, LongBinaryOperator onWhole, DoubleBinaryOperator onNumbers) {
        add(
                function,
                SimpleType.INT,
                List.of(SimpleType.INT, SimpleType.INT),
                a -> onWhole.applyAsLong(whole(a[0]), whole(a[1])));
        for (List<CelType> parameters : List.<List<CelType>>of(
                List.of(SimpleType.DOUBLE, SimpleType.DOUBLE),
                List.of(SimpleType.DOUBLE, SimpleType.INT),
                List.of(SimpleType.INT, SimpleType.DOUBLE))) {
            add(function, SimpleType.DOUBLE, parameters, a -> onNumbers.applyAsDouble(number(a[0]), number(a[1])));
        }
    }

    private void addIn(CelType type, CelType element) {
        add(
                "@in",
                SimpleType.BOOL,
                List.of(type, ListType.create(element)),
                a -> ((Collection<?>) a[1])
                        .stream()
                                .anyMatch(b ->
                                        a[0] instanceof String ? a[0].equals(b) : holds(Comparison.EQUAL, a[0], b)));
    }

    private void add(String function, CelType result, List<CelType> parameters, CelFunctionOverload body) {
        StringBuilder id = new StringBuilder("forewarn").append(function);
        List<Class<?>> classes = new ArrayList<>();
        for (CelType parameter : parameters) {
            id.append('/').append(parameter.name());
            parameter.parameters().forEach(part -> id.append('-').append(part.name()));
            classes.add(CLASSES.get(parameter));
        }
        declarations
                .computeIfAbsent(function, name -> new ArrayList<>())
                .add(CelOverloadDecl.newGlobalOverload(id.toString(), result, parameters));
        bindings.computeIfAbsent(function, name -> new ArrayList<>())
                .add(CelFunctionBinding.from(id.toString(), classes, body));
    }

    private static long whole(Object value) {
        return (Long) value;
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
