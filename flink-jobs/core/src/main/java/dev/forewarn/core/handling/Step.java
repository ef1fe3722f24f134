package dev.forewarn.core.handling;

import static dev.forewarn.core.handling.HandlingState.ACCEPTED;
import static dev.forewarn.core.handling.HandlingState.CLOSED;
import static dev.forewarn.core.handling.HandlingState.CONTESTED;
import static dev.forewarn.core.handling.HandlingState.DISPATCHED;
import static dev.forewarn.core.handling.HandlingState.FED_BACK;
import static dev.forewarn.core.handling.HandlingState.IN_PROGRESS;
import static dev.forewarn.core.handling.HandlingState.NEW;
import static dev.forewarn.core.handling.HandlingState.RETURNED;
import static dev.forewarn.core.handling.HandlingState.REVIEWED;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person may do with an alert: from which states, and to which. The whole state machine of handling stands here.
 * The life cycle is that of section 5.4 of the field report.
 */
public enum Step {
    /** Takes it up; of a contested alert: the second reader lets it stand. */
    ACCEPT("accept", ACCEPTED, NEW, RETURNED, CONTESTED),
    /** Sends it back as not in the unit's charge. */
    RETURN("return", RETURNED, NEW, ACCEPTED, DISPATCHED),
    /** Gives it to a unit; after feedback: asks for more. */
    DISPATCH("dispatch", DISPATCHED, ACCEPTED, RETURNED, DISPATCHED, FED_BACK),
    /** Begins to look into it. */
    START("start", IN_PROGRESS, ACCEPTED, DISPATCHED),
    /** Says what was found. */
    FEEDBACK("feedback", FED_BACK, ACCEPTED, DISPATCHED, IN_PROGRESS),
    /** Approves what was found; of a contested alert: the second reader agrees. */
    REVIEW("review", REVIEWED, FED_BACK, CONTESTED),
    CLOSE("close", CLOSED, REVIEWED),
    /** Takes it up again. */
    REOPEN("reopen", ACCEPTED, CLOSED),
    /** Says something, whatever the state. */
    COMMENT("comment", null, HandlingState.values()),
    /** Disputes the alert itself. */
    CONTEST("contest", CONTESTED, NEW, ACCEPTED, DISPATCHED, IN_PROGRESS, FED_BACK, REVIEWED, RETURNED),
    /** Wants to hear nothing of the rule about this business for a time. */
    SUPPRESS("suppress", null, NEW, ACCEPTED, DISPATCHED, IN_PROGRESS, RETURNED);

    private final String wireName;
    private final @Nullable HandlingState to;
    /** One bit for each state. */
    private final int from;

    Step(String wireName, @Nullable HandlingState to, HandlingState... from) {
        this.wireName = wireName;
        this.to = to;
        this.from = Arrays.stream(from).mapToInt(state -> 1 << state.code()).sum();
    }

    /** The name in messages; never changed. */
    public String wireName() {
        return wireName;
    }

    /** Whether it may be taken in a state. */
    public boolean isPossible(HandlingState state) {
        return (from >> state.code() & 1) != 0;
    }

    /** The state after it. */
    public HandlingState after(HandlingState state) {
        return to == null ? state : to;
    }

    /** The steps that may be taken in a state, in the order in which they are declared. */
    public static List<Step> possible(HandlingState state) {
        return Arrays.stream(values()).filter(step -> step.isPossible(state)).toList();
    }

    /** The step of a wire name; null if there is none. */
    public static @Nullable Step named(String wireName) {
        return Arrays.stream(values())
                .filter(step -> step.wireName.equals(wireName))
                .findFirst()
                .orElse(null);
    }
}
