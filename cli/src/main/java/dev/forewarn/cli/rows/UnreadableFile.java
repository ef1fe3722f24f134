package dev.forewarn.cli.rows;

import java.io.IOException;

/** Says that a file as a whole is not what its format demands, such as CSV without a header. */
public final class UnreadableFile extends IOException {

    private static final long serialVersionUID = 1L;

    public UnreadableFile(String message) {
        super(message);
    }
}
