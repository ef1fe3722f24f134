package dev.forewarn.core.alert;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one alert, or of one that may yet be raised.
 *
 * @param subject what the alert is about, empty where the rule has one alert per entity
 * @param peak the highest level so far: decides which topics have heard of it
 * @param openedAtMs instant of opening on the entity's clock; part of the identity
 * @param sinceMs PENDING: holds since; FIRING or EASED: below its level since, or {@link #NOT_BELOW}; COOLING: ends at
 * @param fell what made an open alert fall below its level, null while it stands at it
 * @param revision transitions so far
 * @param reference for a crossing the class that it is measured against, else empty
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
                0);
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
                0);
    }

    public boolean isOpen() {
        return phase == Phase.FIRING || phase == Phase.EASED;
    }

    /** Below its level from an instant on. */
    AlertState below(long instantMs, Cause cause) {
        return with(phase, instantMs, cause, revision, isClassified);
    }

    /** At its level again. */
    AlertState standing() {
        return with(phase, NOT_BELOW, null, revision, isClassified);
    }

    /** Closed, and remembered until an instant. */
    AlertState coolingUntil(long instantMs) {
        return with(Phase.COOLING, instantMs, null, revision, isClassified);
    }

    /** The next revision, standing at a level. */
    AlertState moved(Phase next, Level to, Evidence evidence, List<String> concerned) {
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
                evidence.count());
    }

    /** The next revision, closed, with the evidence that it had. */
    AlertState closed(long coolUntilMs) {
        return with(Phase.COOLING, coolUntilMs, null, revision + 1, isClassified);
    }

    AlertState classified() {
        return with(phase, sinceMs, fell, revision + 1, true);
    }

    private AlertState with(Phase next, long instantMs, @Nullable Cause cause, int number, boolean classified) {
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
                evidenceCount);
    }
}
