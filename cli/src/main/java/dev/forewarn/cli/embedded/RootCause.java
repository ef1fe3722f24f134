package dev.forewarn.cli.embedded;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.flink.util.SerializedThrowable;

/** Finds the failure at the bottom of a chain, which is the one that a person can do something about. */
public final class RootCause {

    /** A chain longer than this is a loop. */
    private static final int LONGEST_CHAIN = 50;

    private RootCause() {}

    /** The deepest cause of {@code failure}, or {@code failure} itself if it has none. */
    public static Throwable of(Throwable failure) {
        Throwable deepest = failure;
        for (int depth = 0; depth < LONGEST_CHAIN; depth++) {
            Throwable cause = deepest.getCause();
            if (cause == null) {
                break;
            }
            deepest = cause;
        }
        return deepest;
    }

    /** One line: the kind of the deepest cause, and the first line of its message. */
    public static String inWords(Throwable failure) {
        Throwable cause = of(failure);
        // Flink carries failures from place to place in a wrapper that knows the class by name only.
        String type = cause instanceof SerializedThrowable carried
                ? carried.getOriginalErrorClassName()
                : cause.getClass().getName();
        String message = cause.getMessage() == null ? "" : cause.getMessage().strip();
        if (message.startsWith(type)) {
            message = message.substring(type.length()).replaceFirst("^: ?", "");
        }
        String line = message.lines().findFirst().orElse("");
        if (type.equals(EmbeddedException.class.getName())) {
            return line;
        }
        String kind = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        return line.isEmpty() ? kind : kind + ": " + line;
    }

    /** What a future failed with, without the wrappers that futures put around it. */
    static Throwable unwrap(Throwable failure) {
        Throwable inner = failure;
        while (inner instanceof ExecutionException || inner instanceof CompletionException) {
            Throwable cause = inner.getCause();
            if (cause == null) {
                break;
            }
            inner = cause;
        }
        return inner;
    }
}
