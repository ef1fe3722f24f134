package dev.forewarn.core.alert;

import java.util.List;

/**
 * What is kept of one alert, or of one that may yet be raised.
 *
 * @param subject what the alert is about, empty where the rule has one alert per entity
 * @param peak the highest level so far: decides which topics have heard of it
 * @param openedAtMs instant of opening on the entity's clock; part of the identity
 * @param sinceMs PENDING: holds since; FIRING or EASED: below its level since, or {@link #NOT_BELOW}; COOLING: ends at
 * @param revision transitions so far
 * @param reference for a crossing the class that it is measured against, else empty
 * @param isClassified whether a month-end class has confirmed the crossing
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
        int revision,
        String reference,
        boolean isClassified,
        List<Long> evidenceKeys,
        int evidenceCount) {

    /** Says that an open alert stands at its level. */
    public static final long NOT_BELOW = Long.MAX_VALUE;

    /** Where in its life an alert is. Stored by code; codes are never changed. */
    public enum Phase {
        /** The condition holds, but not yet for long enough. */
        PENDING(0),
        FIRING(1),
        EASED(2),
        /** Closed; remembered so that the same evidence does not raise it again at once. */
        COOLING(3);

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
            throw new IllegalStateException("an alert phase has the code " + code + "; this version knows 0 to 3");
        }
    }

    public AlertState {
        evidenceKeys = List.copyOf(evidenceKeys);
    }

    public boolean isOpen() {
        return phase == Phase.FIRING || phase == Phase.EASED;
    }

    AlertState since(long instantMs) {
        return new AlertState(
                ruleId,
                subject,
                phase,
                level,
                peak,
                openedAtMs,
                instantMs,
                revision,
                reference,
                isClassified,
                evidenceKeys,
                evidenceCount);
    }

    /** The next revision, standing at a level. */
    AlertState moved(Phase next, Level to, long sinceInstantMs, Evidence evidence) {
        return new AlertState(
                ruleId,
                subject,
                next,
                to,
                to.compareTo(peak) > 0 ? to : peak,
                openedAtMs,
                sinceInstantMs,
                revision + 1,
                reference,
                isClassified,
                evidence.keys(),
                evidence.count());
    }

    /** The next revision, closed, with the evidence that it had. */
    AlertState closed(long coolUntilMs) {
        return new AlertState(
                ruleId,
                subject,
                Phase.COOLING,
                level,
                peak,
                openedAtMs,
                coolUntilMs,
                revision + 1,
                reference,
                isClassified,
                evidenceKeys,
                evidenceCount);
    }

    AlertState classified() {
        return new AlertState(
                ruleId,
                subject,
                phase,
                level,
                peak,
                openedAtMs,
                sinceMs,
                revision + 1,
                reference,
                true,
                evidenceKeys,
                evidenceCount);
    }
}
