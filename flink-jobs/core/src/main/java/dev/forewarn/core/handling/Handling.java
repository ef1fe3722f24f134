package dev.forewarn.core.handling;

import java.util.ArrayList;
import java.util.List;

/**
 * How far people are with one alert.
 *
 * @param sinceMs when it came into this state, in ms since 1970
 * @param startMs when its terms began to run, in ms since 1970
 * @param dueMs the next deadline, in ms since 1970; {@link #NEVER} if none runs
 * @param missed how often a deadline has been missed since the last step
 * @param unit the unit that it was given to; empty if nobody
 * @param outcome what was found; empty while nobody has said
 * @param caseNumber number of the case that was filed; empty if none was
 * @param finding the fact of the business that stands for it
 * @param suppressedUntilMs until when nobody wants to hear of it, in ms since 1970; 0 if all do
 * @param steps digests of the last steps, oldest first, at most {@link #REMEMBERED}
 */
public record Handling(
        HandlingState state,
        long sinceMs,
        long startMs,
        long dueMs,
        int missed,
        String unit,
        String outcome,
        String caseNumber,
        Finding finding,
        long suppressedUntilMs,
        List<Long> steps) {

    /** No deadline runs. */
    public static final long NEVER = Long.MAX_VALUE;

    /** How many steps are remembered, so that one that comes twice is taken once. */
    public static final int REMEMBERED = 16;

    /** Of an alert that has not been raised. */
    public static final Handling NONE = begin(0, 0);

    /**
     * A fact by which it is known among those of its business.
     *
     * @param type empty if there is none
     */
    public record Finding(String type, String recordKey) {

        public static final Finding NONE = new Finding("", "");

        public boolean isPresent() {
            return !type.isEmpty();
        }
    }

    public Handling {
        steps = List.copyOf(steps);
    }

    /** Of an alert that has just been raised; its first deadline is still to be set. */
    public static Handling begin(long nowMs, long startMs) {
        return new Handling(HandlingState.NEW, nowMs, startMs, NEVER, 0, "", "", "", Finding.NONE, 0, List.of());
    }

    public boolean isNew() {
        return state == HandlingState.NEW;
    }

    public boolean isClosed() {
        return state == HandlingState.CLOSED;
    }

    /** Whether people are at it, so that it stays open even if its signal ends. */
    public boolean isAttended() {
        return !isNew() && !isClosed();
    }

    public boolean isSuppressed() {
        return suppressedUntilMs != 0;
    }

    /** Whether a step has been taken already. */
    public boolean hasTaken(long digest) {
        return steps.contains(digest);
    }

    /**
     * In another state, by a step; deadlines are still to be set. The terms of those who take it up, or take it up
     * again, begin to run anew.
     */
    public Handling moved(HandlingState to, long nowMs, Disposal step) {
        boolean wasAtRest = !state.isToBeAccepted() && !state.isToBeDisposed();
        boolean isAnew = to != state && (to.isToBeAccepted() || wasAtRest);
        return new Handling(
                to,
                to == state ? sinceMs : nowMs,
                isAnew ? nowMs : startMs,
                dueMs,
                to == state ? missed : 0,
                step.toUnit().isEmpty() ? unit : step.toUnit(),
                step.outcome().isEmpty() ? outcome : step.outcome(),
                step.caseNumber().isEmpty() ? caseNumber : step.caseNumber(),
                finding,
                suppressedUntilMs,
                remembering(step.digest()));
    }

    /** Closed by the engine. */
    public Handling closed(long nowMs, String byOutcome) {
        return new Handling(
                HandlingState.CLOSED, nowMs, startMs, NEVER, 0, unit, byOutcome, caseNumber, finding, 0, steps);
    }

    /** With another deadline. */
    public Handling due(long instantMs) {
        return with(startMs, instantMs, missed, finding, suppressedUntilMs);
    }

    /** With terms that begin to run at an instant. */
    public Handling startingAt(long instantMs) {
        return with(instantMs, dueMs, missed, finding, suppressedUntilMs);
    }

    /** After a deadline has been missed. */
    public Handling late(long nextDueMs) {
        return with(startMs, nextDueMs, missed + 1, finding, suppressedUntilMs);
    }

    /** With another fact that stands for it. */
    public Handling found(Finding other) {
        return with(startMs, dueMs, missed, other, suppressedUntilMs);
    }

    /** Not to be heard of until an instant, 0 if at once; no deadline runs meanwhile. */
    public Handling suppressed(long untilMs) {
        return with(startMs, NEVER, missed, finding, untilMs);
    }

    private Handling with(long start, long due, int missedSoFar, Finding fact, long suppressedMs) {
        return new Handling(
                state, sinceMs, start, due, missedSoFar, unit, outcome, caseNumber, fact, suppressedMs, steps);
    }

    private List<Long> remembering(long digest) {
        List<Long> last = new ArrayList<>(steps);
        last.add(digest);
        return last.size() <= REMEMBERED ? last : last.subList(last.size() - REMEMBERED, last.size());
    }
}
