package dev.forewarn.cli.rows;

import java.nio.charset.Charset;

/**
 * How a file lays out its rows.
 *
 * @param charset encoding of the text; a byte order mark is skipped
 * @param delimiter what stands between two columns of CSV
 */
public record RowFormat(Kind kind, Charset charset, char delimiter) {

    /** The layouts that are read. */
    public enum Kind {
        /** RFC 4180 with a header row. */
        CSV,
        /** One JSON object on each line; inner objects are read as {@code outer.inner}. */
        JSON_LINES
    }
}
