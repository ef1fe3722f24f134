package dev.forewarn.console.message;

import dev.forewarn.avro.Level;
import java.util.List;

/** Levels as numbers that rise with urgency, so that databases can sort by them. Numbers are never changed. */
public final class Levels {

    /** From the most urgent down. */
    public static final List<Level> FROM_RED = List.of(Level.RED, Level.ORANGE, Level.YELLOW, Level.BLUE);

    private Levels() {}

    /** 4 for red down to 1 for blue; 0 for a level of a release that this console does not know. */
    public static int rank(Level level) {
        return switch (level) {
            case RED -> 4;
            case ORANGE -> 3;
            case YELLOW -> 2;
            case BLUE -> 1;
            case UNKNOWN -> 0;
        };
    }

    /** The level of a number. */
    public static Level ofRank(int rank) {
        return rank >= 1 && rank <= FROM_RED.size() ? FROM_RED.get(FROM_RED.size() - rank) : Level.UNKNOWN;
    }
}
