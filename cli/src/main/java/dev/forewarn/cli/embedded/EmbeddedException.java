package dev.forewarn.cli.embedded;

/** Says in words that a person can act on why the broker, Flink or a topic could not do what was asked. */
public final class EmbeddedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedException(String message) {
        super(message);
    }

    EmbeddedException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Says that {@code what} did not come about and why, unless {@code failure} says so in words already. A thread that
     * was interrupted stays so.
     */
    static EmbeddedException because(String what, Throwable failure) {
        if (failure instanceof EmbeddedException inWords) {
            return inWords;
        }
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new EmbeddedException(what + ": " + RootCause.inWords(failure), failure);
    }
}
