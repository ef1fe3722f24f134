package dev.forewarn.console.query;

/** What was asked for cannot be understood; the message says what was expected and what came. */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BadRequest(String message) {
        super(message);
    }
}
