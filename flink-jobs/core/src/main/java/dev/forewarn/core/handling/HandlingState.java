package dev.forewarn.core.handling;

import java.util.EnumSet;
import java.util.Set;

/** How far people are with an alert. Stored by code; codes are never changed. */
public enum HandlingState {
    /** Nobody has taken it up. */
    NEW(0),
    ACCEPTED(1),
    /** Given to a unit. */
    DISPATCHED(2),
    IN_PROGRESS(3),
    /** What was found is known. */
    FED_BACK(4),
    REVIEWED(5),
    CLOSED(6),
    /** Sent back as not in the unit's charge. */
    RETURNED(7),
    /** The alert itself is disputed; a second reader decides. */
    CONTESTED(8);

    private static final Set<HandlingState> TO_BE_ACCEPTED = EnumSet.of(NEW, RETURNED);
    private static final Set<HandlingState> TO_BE_DISPOSED = EnumSet.of(ACCEPTED, DISPATCHED, IN_PROGRESS);

    private final int code;

    HandlingState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Whether somebody is still to take it up. */
    public boolean isToBeAccepted() {
        return TO_BE_ACCEPTED.contains(this);
    }

    /** Whether somebody is still to find out what is behind it. */
    public boolean isToBeDisposed() {
        return TO_BE_DISPOSED.contains(this);
    }

    public static HandlingState ofCode(int code) {
        for (HandlingState state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        throw new IllegalStateException("a state of handling has the code " + code + "; this version knows 0 to 8");
    }
}
