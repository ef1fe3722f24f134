package dev.forewarn.cli.rows;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file.
 *
 * @param file name of the file as the user gave it
 * @param line line on which the record begins, from 1
 * @param values text by column; of a damaged record whatever could be read
 * @param damage why the record cannot be used: the rule, the value found; null if it can
 */
public record Row(
        String file,
        long line,
        Map<String, String> values,
        @Nullable String damage) {}
