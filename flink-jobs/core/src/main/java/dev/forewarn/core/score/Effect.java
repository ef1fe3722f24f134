package dev.forewarn.core.score;

/** What a direct rule does to a class. Ranks count from 0, the best. */
public sealed interface Effect {

    /** The class is this one, whatever the score. */
    record Set(int rank) implements Effect {}

    /** The class is at least as bad as this one. */
    record Floor(int rank) implements Effect {}

    /**
     * The class gets worse.
     *
     * @param by classes, at least 1
     * @param cap worst rank to which this rule takes it
     */
    record Shift(int by, int cap) implements Effect {}

    /**
     * The class gets better, but not than what a {@link Set} or {@link Floor} says.
     *
     * @param by classes, at least 1
     */
    record Lift(int by) implements Effect {}
}
