package dev.forewarn.core.alert;

import dev.forewarn.core.handling.Handling;
import dev.forewarn.core.handling.Step;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one alert, or of one that may yet be raised. It has two states under one revision: the signal
 * ({@link Phase}), which the facts move, and the handling, which people and deadlines move.
 *
 * @param subject what the alert is about, empty where the rule has one alert per entity
 * @param peak the highest level so far: decides which topics have heard of it
 * @param openedAtMs instant of opening on the entity's clock; part of the identity
 * @param sinceMs PENDING: holds since; FIRING or EASED: below its level since, or {@link #NOT_BELOW}; CLEARED or
 *     WITHDRAWN: once it is closed, remembered until
 * @param fell what made a firing alert fall below its level, null while it stands at it
 * @param revision transitions so far
 * @param reference for a crossing or projection the class that it is measured against, else empty
 * @param isClassified whether a month-end class has confirmed the crossing
 * @param domains teams that have heard of it, sorted: who has heard of an alert hears of its end
 * @param evidenceKeys keys of the facts named when it last changed
 * @param evidenceCount how many there were
 */
public record AlertState(
        String ruleId,
        String subject,
        Phase phase,
        Level level,
        Level peak,
        long openedAtMs,
        long sinceMs,
        @Nullable Cause fell,
        int revision,
        String reference,
        boolean isClassified,
        List<String> domains,
        List<Long> evidenceKeys,
        int evidenceCount,
        Handling handling) {

    /** Says that a firing alert stands at its level. */
    public static final long NOT_BELOW = Long.MAX_VALUE;

    /** Where in its life the signal of an alert is. Stored by code; codes are never changed. */
    public enum Phase {
        /** The condition holds, but not yet for long enough. */
        PENDING(0),
        FIRING(1),
        EASED(2),
        /**
         * Over. Once people are done too it is remembered, so that the same evidence does not raise it again at once.
         */
        CLEARED(3),
        /** Over, since on the facts as now known it should not have been raised. */
        WITHDRAWN(4);

        private final int code;

        Phase(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        public static Phase ofCode(int code) {
            for (Phase phase : values()) {
                if (phase.code == code) {
                    return phase;
                }
            }
            throw new IllegalStateException("an alert phase has the code " + code + "; this version knows 0 to 4");
        }
    }

    public AlertState {
        domains = List.copyOf(domains);
        evidenceKeys = List.copyOf(evidenceKeys);
    }

    /** One that has not been raised yet. */
    static AlertState pending(Holding holding, long nowMs, String reference) {
        return new AlertState(
                holding.ruleId(),
                holding.subject(),
                Phase.PENDING,
                holding.level(),
                holding.level(),
                nowMs,
                nowMs,
                null,
                0,
                reference,
                false,
                List.of(),
                List.of(),
                0,
                Handling.NONE);
    }

    /**
     * What is known of an alert whose identity is given again: its revisions go on, and so do those who heard of it.
     */
    AlertState continuing(AlertState before) {
        return new AlertState(
                ruleId,
                subject,
                phase,
                level,
                before.peak,
                openedAtMs,
                sinceMs,
                null,
                before.revision,
                reference,
                false,
                before.domains,
                List.of(),
                0,
                handling);
    }

    /** Whether its condition holds, or has not ceased for long enough. */
    public boolean isFiring() {
        return phase == Phase.FIRING || phase == Phase.EASED;
    }

    /** Whether it stands on the list of open alerts. */
    public boolean isOpen() {
        return phase != Phase.PENDING && !handling.isClosed();
    }

    /** What people may do about it now. */
    public List<Step> possibleSteps() {
        return Step.possible(handling.state()).stream()
                .filter(step -> step != Step.SUPPRESS || level != Level.RED)
                .toList();
    }

    /** Whether facts and people are done with it. */
    boolean isOver() {
        return phase != Phase.PENDING && !isFiring() && handling.isClosed();
    }

    /** Below its level from an instant on. */
    AlertState below(long instantMs, Cause cause) {
        return with(phase, instantMs, cause, revision, isClassified, handling);
    }

    /** At its level again. */
    AlertState standing() {
        return with(phase, NOT_BELOW, null, revision, isClassified, handling);
    }

    /** Over, and remembered until an instant. */
    AlertState rememberedUntil(long instantMs) {
        return with(phase, instantMs, null, revision, isClassified, handling);
    }

    /** The next revision, standing at a level. */
    AlertState moved(Phase next, Level to, Evidence evidence, List<String> concerned, Handling people) {
        TreeSet<String> heard = new TreeSet<>(domains);
        heard.addAll(concerned);
        return new AlertState(
                ruleId,
                subject,
                next,
                to,
                to.compareTo(peak) > 0 ? to : peak,
                openedAtMs,
                NOT_BELOW,
                null,
                revision + 1,
                reference,
                isClassified,
                List.copyOf(heard),
                evidence.keys(),
                evidence.count(),
                people);
    }

    /** The next revision, its signal over. */
    AlertState ended(Phase next, long rememberedUntilMs, Handling people) {
        return with(next, rememberedUntilMs, null, revision + 1, isClassified, people);
    }

    /** The next revision, with another handling. */
    AlertState handled(Handling people) {
        return with(phase, sinceMs, fell, revision + 1, isClassified, people);
    }

    /** The same revision, which nobody has heard of before. */
    AlertState published(Handling people) {
        return with(phase, sinceMs, fell, revision, isClassified, people);
    }

    /** The same revision, resting on other evidence. */
    AlertState resting(Evidence evidence) {
        return new AlertState(
                ruleId,
                subject,
                phase,
                level,
                peak,
                openedAtMs,
                sinceMs,
                fell,
                revision,
                reference,
                isClassified,
                domains,
                evidence.keys(),
                evidence.count(),
                handling);
    }

    /** Measured against another class. */
    AlertState against(String otherReference) {
        return new AlertState(
                ruleId,
                subject,
                phase,
                level,
                peak,
                openedAtMs,
                sinceMs,
                fell,
                revision,
                otherReference,
                isClassified,
                domains,
                evidenceKeys,
                evidenceCount,
                handling);
    }

    AlertState classified() {
        return with(phase, sinceMs, fell, revision + 1, true, handling);
    }

    private AlertState with(
            Phase next, long instantMs, @Nullable Cause cause, int number, boolean classified, Handling people) {
        return new AlertState(
                ruleId,
                subject,
                next,
                level,
                peak,
                openedAtMs,
                instantMs,
                cause,
                number,
                reference,
                classified,
                domains,
                evidenceKeys,
                evidenceCount,
                people);
    }
}
