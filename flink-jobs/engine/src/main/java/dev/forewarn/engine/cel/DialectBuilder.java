package dev.forewarn.engine.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelVarDecl;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Collects the names of a dialect.
 *
 * @param <S> what an expression looks at
 */
public final class DialectBuilder<S> {

    private static final OpaqueType SCOPE_TYPE = OpaqueType.create(Dialect.SCOPE);

    private final String name;
    private final Map<String, Function<S, Object>> readers = new HashMap<>();
    private final List<CelVarDecl> variables = new ArrayList<>();
    private final Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
    private final Map<String, List<CelFunctionBinding>> bindings = new LinkedHashMap<>();
    private final List<CelMacro> macros = new ArrayList<>();
    private final Map<String, BiFunction<S, List<String>, Object>> terms = new HashMap<>();

    DialectBuilder(String name) {
        this.name = name;
        variables.add(CelVarDecl.newVarDeclaration(Dialect.SCOPE, SCOPE_TYPE));
    }

    /** A variable, read off the scope when it is needed; it is never absent. */
    public DialectBuilder<S> variable(String variable, CelType type, Function<S, Object> reader) {
        variables.add(CelVarDecl.newVarDeclaration(variable, type));
        readers.put(variable, reader);
        return this;
    }

    /**
     * A function that reads the scope by names, which must be written out as texts, so that one can tell from the
     * expression what it reads.
     *
     * @param fewest number of names
     * @param most number of names
     */
    public DialectBuilder<S> term(
            String function, CelType result, int fewest, int most, BiFunction<S, List<String>, Object> reader) {
        terms.put(function, reader);
        for (int count = fewest; count <= most; count++) {
            List<CelType> parameters = new ArrayList<>(List.of(SCOPE_TYPE));
            List<Class<?>> classes = new ArrayList<>(List.of(Object.class));
            for (int i = 0; i < count; i++) {
                parameters.add(SimpleType.STRING);
                classes.add(String.class);
            }
            add(function, result, parameters, classes, arguments -> read(reader, arguments));
            macros.add(CelMacro.newGlobalMacro(
                    function,
                    count,
                    (factory, target, arguments) -> Optional.of(expand(factory, function, arguments))));
        }
        return this;
    }

    /**
     * A function of its arguments alone, without state, since threads share it.
     *
     * @param classes the Java classes of the parameters
     */
    public DialectBuilder<S> function(
            String function,
            CelType result,
            List<CelType> parameters,
            List<Class<?>> classes,
            Function<Object[], Object> body) {
        add(function, result, parameters, classes, body);
        return this;
    }

    public Dialect<S> build() {
        TreeSet<String> names = new TreeSet<>(overloads.keySet());
        names.addAll(readers.keySet());
        names.addAll(Set.of("true", "false", "in", "size", "int", "double", "string"));
        List<CelFunctionDecl> declarations = new ArrayList<>(Operators.declarations());
        overloads.forEach((function, all) -> declarations.add(CelFunctionDecl.newFunctionDeclaration(function, all)));
        List<CelFunctionBinding> bodies = new ArrayList<>(Operators.bindings());
        bindings.forEach((function, all) -> bodies.addAll(CelFunctionBinding.fromOverloads(function, all)));
        return new Dialect<>(
                name,
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(Dialect.OPTIONS)
                        .setStandardEnvironmentEnabled(false)
                        .setStandardDeclarations(Operators.STANDARD_DECLARATIONS)
                        .setStandardMacros(CelStandardMacro.EXISTS, CelStandardMacro.ALL)
                        .addMacros(macros)
                        .addVarDeclarations(variables)
                        .addFunctionDeclarations(declarations)
                        .build(),
                CelRuntimeFactory.plannerRuntimeBuilder()
                        .setOptions(Dialect.OPTIONS)
                        .setStandardFunctions(Operators.STANDARD_FUNCTIONS)
                        .addFunctionBindings(bodies)
                        .build(),
                readers,
                terms.keySet(),
                names);
    }

    @SuppressWarnings(
            "Immutable") // Bodies are lambdas; that they keep no state is in the contract of term and function.
    private void add(
            String function,
            CelType result,
            List<CelType> parameters,
            List<Class<?>> classes,
            Function<Object[], Object> body) {
        List<CelOverloadDecl> all = overloads.computeIfAbsent(function, asked -> new ArrayList<>());
        String id = function + "/" + all.size();
        all.add(CelOverloadDecl.newGlobalOverload(id, result, parameters));
        bindings.computeIfAbsent(function, asked -> new ArrayList<>())
                .add(CelFunctionBinding.from(id, classes, body::apply));
    }

    private static CelExpr expand(CelMacroExprFactory factory, String function, List<CelExpr> arguments) {
        for (CelExpr argument : arguments) {
            if (argument.constantOrDefault().getKind() != CelConstant.Kind.STRING_VALUE) {
                return factory.reportError(CelIssue.formatError(
                        factory.getSourceLocation(argument), "'" + function + "' takes names in quotes, such as 'x'"));
            }
        }
        List<CelExpr> all = new ArrayList<>(List.of(factory.newIdentifier(Dialect.SCOPE)));
        all.addAll(arguments);
        return factory.newGlobalCall(function, all);
    }

    // The checker has seen to it that the first argument is the scope and the others are texts.
    @SuppressWarnings("unchecked")
    private static <S> Object read(BiFunction<S, List<String>, Object> reader, Object[] arguments) {
        List<String> names = new ArrayList<>(arguments.length);
        for (int i = 1; i < arguments.length; i++) {
            names.add((String) arguments[i]);
        }
        return reader.apply((S) arguments[0], names);
    }
}
