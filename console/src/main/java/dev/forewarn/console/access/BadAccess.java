package dev.forewarn.console.access;

/** What was set about who may use the console cannot stand; the message says why, and the console does not start. */
public final class BadAccess extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadAccess(String message) {
        super(message);
    }
}
