package dev.forewarn.core.alert;

import dev.forewarn.core.alert.AlertState.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of one entity and the machine that moves their signal: up at once, down only after the time that the rule
 * sets, each transition with its cause. At most one alert per rule and subject is open.
 */
public final class AlertBook {

    /** How many alerts one entity keeps; beyond them nothing new is raised until one closes. */
    public static final int LIMIT = 512;

    private final TreeMap<Key, AlertState> states = new TreeMap<>();
    private int refused;

    private record Key(String ruleId, String subject) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = ruleId.compareTo(other.ruleId);
            return order != 0 ? order : subject.compareTo(other.subject);
        }
    }

    /** Puts a stored alert back. */
    public void restore(AlertState state) {
        states.put(keyOf(state), state);
    }

    /** All that is kept, sorted by rule and subject. */
    public List<AlertState> states() {
        return List.copyOf(states.values());
    }

    public boolean isEmpty() {
        return states.isEmpty();
    }

    /** How often since it was made a condition raised nothing for want of room. */
    public int refused() {
        return refused;
    }

    /** The earliest instant at which time alone may move an alert; {@link Long#MAX_VALUE} if none. */
    public long nextDeadlineMs(Function<String, @Nullable RuleTerms> terms) {
        long earliest = Long.MAX_VALUE;
        for (AlertState state : states.values()) {
            earliest = Math.min(earliest, deadlineMs(state, terms.apply(state.ruleId())));
        }
        return earliest;
    }

    /**
     * Moves all alerts to an instant: first those that are kept, then new ones, each in the order of rules and
     * subjects.
     */
    public List<AlertChange> settle(RuleView view, long nowMs, Cause cause) {
        List<Holding> holdings = view.isDeregistered() ? List.of() : view.holdings();
        if (states.isEmpty() && holdings.isEmpty()) {
            return List.of();
        }
        List<AlertChange> changes = new ArrayList<>();
        Settling settling = new Settling(view, nowMs, cause, changes);
        TreeMap<Key, Holding> open = new TreeMap<>();
        holdings.forEach(holding -> open.put(new Key(holding.ruleId(), holding.subject()), holding));
        for (AlertState state : states()) {
            Key key = keyOf(state);
            Holding holding = open.remove(key);
            AlertState next = settling.move(state, holding);
            if (next != null && holding != null && state.isOpen() && !next.isOpen()) {
                // A crossing that is over against its old class may be one against the new.
                next = settling.move(next, holding);
            }
            if (next == null || settling.isForgotten(next)) {
                states.remove(key);
            } else {
                states.put(key, next);
            }
        }
        for (Holding holding : open.values()) {
            if (states.size() < LIMIT) {
                states.put(new Key(holding.ruleId(), holding.subject()), settling.begin(holding));
            } else {
                refused++;
            }
        }
        return changes;
    }

    /** Marks the open crossings that a month-end class confirms. */
    public List<AlertChange> classify(RuleView view, Confirmation confirmation, long nowMs) {
        List<AlertChange> changes = new ArrayList<>();
        states.replaceAll((key, state) -> {
            RuleTerms terms = view.terms(state.ruleId());
            if (terms == null || !state.isOpen() || state.isClassified() || !confirmation.confirms(state)) {
                return state;
            }
            AlertState marked = state.classified();
            changes.add(new AlertChange(
                    terms, marked, Transition.CLASSIFIED, Cause.TIME, null, nowMs, view.keptEvidence(state)));
            return marked;
        });
        return changes;
    }

    private static Key keyOf(AlertState state) {
        return new Key(state.ruleId(), state.subject());
    }

    private static long deadlineMs(AlertState state, @Nullable RuleTerms terms) {
        if (terms == null) {
            return Long.MAX_VALUE;
        }
        return switch (state.phase()) {
            case PENDING -> state.sinceMs() + terms.dwellMs();
            case FIRING, EASED ->
                state.sinceMs() == AlertState.NOT_BELOW ? Long.MAX_VALUE : state.sinceMs() + terms.clearAfterMs();
            case COOLING -> state.sinceMs() <= state.openedAtMs() ? Long.MAX_VALUE : state.sinceMs();
        };
    }

    /** Whether a month-end class confirms an open alert. */
    @FunctionalInterface
    public interface Confirmation {
        boolean confirms(AlertState alert);
    }

    /** The moves of one instant. */
    private record Settling(RuleView view, long nowMs, Cause cause, List<AlertChange> changes) {

        AlertState begin(Holding holding) {
            RuleTerms terms = java.util.Objects.requireNonNull(view.terms(holding.ruleId()));
            AlertState pending =
                    AlertState.pending(holding, nowMs, view.reference(holding.ruleId(), holding.subject()));
            return terms.dwellMs() > 0 ? pending : raise(terms, holding, pending);
        }

        /** The alert after this instant; null if nothing is to be kept of it. */
        @Nullable
        AlertState move(AlertState state, @Nullable Holding holding) {
            RuleTerms terms = view.terms(state.ruleId());
            if (terms == null || view.isDeregistered()) {
                ClearReason reason = terms == null ? ClearReason.RULE_CHANGE : ClearReason.DEREGISTERED;
                AlertState closed = state.isOpen() ? clear(terms == null ? ghost(state) : terms, state, reason) : state;
                // No cool-down, but its identity is remembered for as long as it might be given again: this instant.
                boolean isOfThisInstant = closed.phase() == Phase.COOLING && closed.openedAtMs() == nowMs;
                return isOfThisInstant ? closed.coolingUntil(nowMs) : null;
            }
            return switch (state.phase()) {
                case PENDING -> movePending(terms, state, holding);
                case FIRING, EASED -> moveOpen(terms, state, holding);
                case COOLING -> moveCooling(terms, state, holding);
            };
        }

        private @Nullable AlertState movePending(RuleTerms terms, AlertState state, @Nullable Holding holding) {
            if (holding == null) {
                return null;
            }
            return nowMs >= state.sinceMs() + terms.dwellMs()
                    ? raise(terms, holding, AlertState.pending(holding, nowMs, ""))
                    : state;
        }

        private AlertState moveOpen(RuleTerms terms, AlertState state, @Nullable Holding holding) {
            if (holding != null && holding.level().compareTo(state.level()) > 0) {
                return stand(terms, Transition.ESCALATED, state, Phase.FIRING, holding.level());
            }
            Level kept = view.kept(state);
            if (kept != null && kept.compareTo(state.level()) >= 0) {
                return state.sinceMs() == AlertState.NOT_BELOW ? state : state.standing();
            }
            if (kept == null && cause != Cause.RULE_CHANGE && !view.heldAtOpening(state)) {
                return say(terms, Transition.WITHDRAWN, state.closed(nowMs), view.keptEvidence(state));
            }
            AlertState below = state.sinceMs() == AlertState.NOT_BELOW ? state.below(nowMs, cause) : state;
            if (cause != Cause.RULE_CHANGE && nowMs < below.sinceMs() + terms.clearAfterMs()) {
                return below;
            }
            return kept == null
                    ? clear(terms, below, reason(below))
                    : stand(terms, Transition.EASED, below, Phase.EASED, kept);
        }

        private @Nullable AlertState moveCooling(RuleTerms terms, AlertState state, @Nullable Holding holding) {
            boolean isOver = nowMs >= state.sinceMs();
            if (holding == null) {
                return isOver && nowMs > state.openedAtMs() ? null : state;
            }
            if (!isOver && !hasNewEvidence(state)) {
                return state;
            }
            if (terms.dwellMs() > 0) {
                return begin(holding);
            }
            // Raised, ended and raised again within one instant is one alert: its identity is that instant.
            AlertState pending = AlertState.pending(holding, nowMs, "");
            return raise(terms, holding, state.openedAtMs() == nowMs ? pending.continuing(state) : pending);
        }

        /**
         * Whether nothing is left to remember of a closed alert: neither a cool-down nor the identity of this instant.
         */
        boolean isForgotten(AlertState state) {
            return state.phase() == Phase.COOLING && state.sinceMs() <= nowMs && state.openedAtMs() < nowMs;
        }

        private boolean hasNewEvidence(AlertState closed) {
            Evidence evidence = view.evidence(closed.ruleId(), closed.subject());
            return evidence.count() > closed.evidenceCount()
                    || !closed.evidenceKeys().containsAll(evidence.keys());
        }

        private AlertState raise(RuleTerms terms, Holding holding, AlertState pending) {
            String reference = view.reference(holding.ruleId(), holding.subject());
            AlertState opening = AlertState.pending(holding, nowMs, reference).continuing(pending);
            return stand(terms, Transition.RAISED, opening, Phase.FIRING, holding.level());
        }

        /** A transition after which the alert stands at a level, on the evidence of now. */
        private AlertState stand(RuleTerms terms, Transition transition, AlertState state, Phase next, Level level) {
            Evidence evidence = view.evidence(state.ruleId(), state.subject());
            List<String> concerned = view.domains(state.ruleId(), state.subject(), evidence);
            return say(terms, transition, state.moved(next, level, evidence, concerned), evidence);
        }

        private AlertState clear(RuleTerms terms, AlertState state, ClearReason reason) {
            AlertState closed = state.closed(nowMs + terms.coolDownMs());
            changes.add(
                    new AlertChange(terms, closed, Transition.CLEARED, cause, reason, nowMs, view.keptEvidence(state)));
            return closed;
        }

        private AlertState say(RuleTerms terms, Transition transition, AlertState after, Evidence evidence) {
            changes.add(new AlertChange(terms, after, transition, cause, null, nowMs, evidence));
            return after;
        }

        /** Why an alert clears: by what it fell for good, not by what ended the wait since. */
        private ClearReason reason(AlertState below) {
            return switch (cause == Cause.RULE_CHANGE || below.fell() == null ? cause : below.fell()) {
                case EVENT, SNAPSHOT -> ClearReason.ACTION;
                case TIME -> ClearReason.EXPIRY;
                case RULE_CHANGE -> ClearReason.RULE_CHANGE;
            };
        }

        /** Terms of a rule that is no more, so that its open alerts can still be ended. */
        private static RuleTerms ghost(AlertState state) {
            return new RuleTerms(
                    state.ruleId(),
                    new dev.forewarn.core.indicator.Label(state.ruleId(), state.ruleId()),
                    Family.LEAD,
                    List.of(),
                    0,
                    0,
                    0,
                    "");
        }
    }
}
