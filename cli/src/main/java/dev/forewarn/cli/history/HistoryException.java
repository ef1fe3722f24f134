package dev.forewarn.cli.history;

/** What the log or the catalogues of an installation do not hold; the message says what, and what to do. */
public final class HistoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HistoryException(String message) {
        super(message);
    }
}
