package dev.forewarn.engine.document;

import java.util.Comparator;

/**
 * Something in a file that breaks a rule.
 *
 * @param line from 1
 * @param column in characters, from 1
 * @param reason the rule and the value found
 */
public record Fault(String file, int line, int column, String reason) implements Comparable<Fault> {

    public static Fault at(Place place, String reason) {
        return new Fault(place.file(), place.line(), place.column(), reason);
    }

    public Place place() {
        return new Place(file, line, column);
    }

    @Override
    public int compareTo(Fault other) {
        return Comparator.comparing(Fault::place).thenComparing(Fault::reason).compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + reason;
    }
}
