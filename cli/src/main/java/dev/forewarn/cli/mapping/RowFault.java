package dev.forewarn.cli.mapping;

import dev.forewarn.engine.document.Place;
import org.jspecify.annotations.Nullable;

/**
 * Why a row is refused.
 *
 * @param field what could not be filled, {@code row} if the row itself is damaged
 * @param reason the rule and the value found
 * @param place where the mapping asks for it; null if the mapping has no part in it
 */
public record RowFault(
        String field, String reason, @Nullable Place place) {}
