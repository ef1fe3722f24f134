package dev.forewarn.engine.document;

/**
 * A place in a file.
 *
 * @param file name as the user wrote it
 * @param line from 1
 * @param column in characters, from 1
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

    /** The start of a file, for faults that concern all of it. */
    public static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public int compareTo(Place other) {
        int order = file.compareTo(other.file);
        order = order != 0 ? order : Integer.compare(line, other.line);
        return order != 0 ? order : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
