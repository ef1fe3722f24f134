package dev.forewarn.core.handling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By when an alert must be taken up and disposed of, and who hears of it if it is not.
 *
 * @param accept time to take it up; null: none is set
 * @param dispose time to find out what is behind it, from the same start; null: none is set
 * @param again after a missed deadline the next of those above hears of it after this time
 * @param addressees who hears of a missed deadline, one after the other
 */
public record Deadlines(@Nullable Term accept, @Nullable Term dispose, Term again, List<String> addressees) {

    /** No deadline is set. */
    public static final Deadlines NONE = new Deadlines(null, null, Term.ofWorkingDays(1), List.of());

    public Deadlines {
        addressees = List.copyOf(addressees);
    }

    /** The term that runs in a state; null if none does. */
    public @Nullable Term in(HandlingState state) {
        if (state.isToBeAccepted()) {
            return accept;
        }
        return state.isToBeDisposed() ? dispose : null;
    }
}
