package dev.forewarn.cli.mapping;

import dev.forewarn.engine.document.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says about one value: a constant, or an expression over the row.
 *
 * @param place where it stands in the mapping
 */
record Expression(Place place, Program program) {

    /** Computes the value for a row; null is no value. */
    @FunctionalInterface
    interface Program {
        @Nullable
        Object run(Map<String, String> row);
    }

    static Expression constant(Place place, @Nullable Object value) {
        return new Expression(place, row -> value);
    }

    /** The value for a row; throws {@link BadValue} if the row does not fit. */
    @Nullable
    Object of(Map<String, String> row) {
        return program.run(row);
    }
}
