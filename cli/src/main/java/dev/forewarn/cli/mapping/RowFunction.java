package dev.forewarn.cli.mapping;

import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelFunctionBinding;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function that expressions of mappings may call. Absent values come in as null and go out as null; a value that
 * cannot be used throws {@link BadValue}.
 *
 * @param name as it is written; several functions may share one if their parameters differ
 * @param doc what it gives, for the manual
 * @param checked position of the parameter whose literal is checked when the mapping is read, −1 for none
 * @param check what is wrong with that literal, null if nothing
 */
record RowFunction(
        String name,
        CelType result,
        List<CelType> parameters,
        String doc,
        Body body,
        int checked,
        Function<String, @Nullable String> check) {

    /** What the function does. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object apply(@Nullable Object[] arguments);
    }

    RowFunction {
        parameters = List.copyOf(parameters);
    }

    static RowFunction of(String name, CelType result, List<CelType> parameters, String doc, Body body) {
        return new RowFunction(name, result, parameters, doc, body, -1, literal -> null);
    }

    /** The same function, with one parameter whose literals are checked before any row is read. */
    RowFunction checking(int parameter, Function<String, @Nullable String> literalCheck) {
        return new RowFunction(name, result, parameters, doc, body, parameter, literalCheck);
    }

    /** Whether calls by this name with so many arguments may mean this function. */
    boolean isCalled(String called, int arguments) {
        return name.equals(called) && parameters.size() == arguments;
    }

    CelOverloadDecl declaration() {
        return CelOverloadDecl.newGlobalOverload(overload(), doc, result, parameters);
    }

    @SuppressWarnings("Immutable") // Bodies are lambdas without state.
    CelFunctionBinding binding() {
        // Every class is let in, since an absent value has a class of its own; types were checked at compile time.
        return CelFunctionBinding.from(
                overload(), Collections.nCopies(parameters.size(), Object.class), arguments -> present(arguments));
    }

    private Object present(Object[] arguments) {
        @Nullable Object[] plain = new @Nullable Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = arguments[i] instanceof NullValue ? null : arguments[i];
        }
        Object value = body.apply(plain);
        return value == null ? NullValue.NULL_VALUE : value;
    }

    private String overload() {
        StringBuilder id = new StringBuilder(name);
        parameters.forEach(parameter -> id.append('_').append(parameter.kind()));
        return id.toString();
    }

    /** A text argument; absent is empty. */
    static String text(@Nullable Object argument) {
        return argument == null ? "" : (String) argument;
    }
}
