package dev.forewarn.core.alert;

import dev.forewarn.core.handling.Disposal;
import dev.forewarn.core.handling.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of one entity: what facts and time do to their signals, and people and deadlines to their handling. At
 * most one alert per rule and subject is open.
 */
public final class AlertBook {

    /** How many alerts one entity keeps; beyond them nothing new is raised until one closes. */
    public static final int LIMIT = 512;

    private final TreeMap<Key, AlertState> states = new TreeMap<>();
    private final TreeMap<String, Long> suppressions = new TreeMap<>();
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

    /** Puts a stored suppression back: until when nobody wants to hear of a rule, in ms since 1970. */
    public void restore(String ruleId, long suppressedUntilMs) {
        suppressions.put(ruleId, suppressedUntilMs);
    }

    /** All that is kept, sorted by rule and subject. */
    public List<AlertState> states() {
        return List.copyOf(states.values());
    }

    /** Until when nobody wants to hear of some rules, in ms since 1970, by rule. */
    public SortedMap<String, Long> suppressions() {
        return new TreeMap<>(suppressions);
    }

    public boolean isEmpty() {
        return states.isEmpty();
    }

    /** How often since it was made a condition raised nothing for want of room. */
    public int refused() {
        return refused;
    }

    /** The earliest instant at which time alone may move an alert; {@link Long#MAX_VALUE} if none. */
    public long nextDeadlineMs(Function<String, @Nullable RuleTerms> terms, Desk desk) {
        long earliest = Long.MAX_VALUE;
        for (AlertState state : states.values()) {
            long signal = deadlineMs(state, terms.apply(state.ruleId()));
            earliest = Math.min(earliest, Math.min(signal, desk.nextMs(state)));
        }
        return earliest;
    }

    /**
     * Moves all alerts to an instant: first the signals of those that are kept, then new ones, each in the order of
     * rules and subjects; then the handling, by time.
     */
    public List<AlertChange> settle(RuleView view, Desk desk, Cause cause) {
        List<Holding> holdings = view.isDeregistered() ? List.of() : view.holdings();
        suppressions.values().removeIf(untilMs -> untilMs <= desk.nowMs());
        if (states.isEmpty() && holdings.isEmpty()) {
            return List.of();
        }
        List<AlertChange> changes = new ArrayList<>();
        Signals signals = new Signals(view, desk, cause, ruleId -> suppressions.getOrDefault(ruleId, 0L), changes);
        TreeMap<Key, Holding> open = new TreeMap<>();
        holdings.forEach(holding -> open.put(new Key(holding.ruleId(), holding.subject()), holding));
        for (AlertState state : states()) {
            Key key = keyOf(state);
            moveSignal(signals, state, open.remove(key));
        }
        open.values().forEach(holding -> raise(signals, holding));
        states.replaceAll(
                (key, state) -> desk.nextMs(state) > desk.nowMs() ? state : onTime(view, desk, state, changes));
        return changes;
    }

    private void moveSignal(Signals signals, AlertState state, @Nullable Holding holding) {
        AlertState next = signals.move(state, holding);
        if (next != null && holding != null && state.isFiring() && !next.isFiring()) {
            // A crossing that is over against its old class may be one against the new.
            next = signals.move(next, holding);
        }
        if (next == null || signals.isForgotten(next)) {
            states.remove(keyOf(state));
        } else {
            states.put(keyOf(state), next);
        }
    }

    private void raise(Signals signals, Holding holding) {
        if (states.size() < LIMIT) {
            states.put(new Key(holding.ruleId(), holding.subject()), signals.begin(holding));
        } else {
            refused++;
        }
    }

    /** Marks the firing crossings that a month-end class confirms. */
    public List<AlertChange> classify(RuleView view, Confirmation confirmation, long nowMs) {
        List<AlertChange> changes = new ArrayList<>();
        states.replaceAll((key, state) -> {
            RuleTerms terms = view.terms(state.ruleId());
            if (terms == null || !state.isFiring() || state.isClassified() || !confirmation.confirms(state)) {
                return state;
            }
            AlertState marked = state.classified();
            changes.add(new AlertChange(
                    terms, marked, Transition.CLASSIFIED, Cause.TIME, null, nowMs, view.keptEvidence(state)));
            return marked;
        });
        return changes;
    }

    /**
     * Says of every open alert that it is there, under the revision that it has come to: what was said before, nobody
     * heard.
     */
    public List<AlertChange> publish(RuleView view, Desk desk) {
        List<AlertChange> changes = new ArrayList<>();
        states.replaceAll((key, state) -> {
            if (!state.isOpen()) {
                return state;
            }
            RuleTerms terms = termsOf(view, state);
            long suppressedUntilMs = suppressions.getOrDefault(state.ruleId(), 0L);
            AlertState published = state.published(desk.published(terms, state, suppressedUntilMs));
            changes.add(new AlertChange(
                    terms, published, Transition.RAISED, Cause.SNAPSHOT, null, desk.nowMs(), view.keptEvidence(state)));
            return published;
        });
        return changes;
    }

    /** What is kept of the rule and subject of an alert of another book; null if nothing is. */
    public @Nullable AlertState twinOf(AlertState alert) {
        AlertState twin = states.get(keyOf(alert));
        return twin == null || twin.phase() == AlertState.Phase.PENDING ? null : twin;
    }

    /** Takes a person's step at an instant to which all alerts have been moved, or says why not. */
    public Answer take(Disposal disposal, RuleView view, Desk desk) {
        AlertState state = find(disposal.entityId(), disposal.alertId());
        if (state == null) {
            return new Answer.Refused(
                    Answer.Reason.UNKNOWN_ALERT,
                    "this business has no alert '" + disposal.alertId()
                            + "'; it is remembered while it is open, and for its rule's cool-down");
        }
        if (state.handling().hasTaken(disposal.digest())) {
            return new Answer.Repeated();
        }
        Answer.Refused refusal = new StepCheck(state, desk.rules(), desk.nowMs()).refusal(disposal);
        return refusal != null ? refusal : step(state, disposal, view, desk);
    }

    private Answer step(AlertState state, Disposal disposal, RuleView view, Desk desk) {
        RuleTerms terms = view.terms(state.ruleId());
        AlertState after = state.handled(desk.stepped(terms, state.level(), state.handling(), disposal));
        if (disposal.step() == Step.CLOSE && !after.isFiring()) {
            after = after.rememberedUntil(desk.nowMs() + (terms == null ? 0 : terms.coolDownMs()));
        }
        // What people see is what they close: evidence that came since is news, and raises a new alert.
        boolean isSeenAnew = !after.handling().isClosed();
        Evidence evidence = isSeenAnew ? evidence(view, state) : view.keptEvidence(state);
        after = isSeenAnew ? after.resting(evidence) : after;
        Long untilMs = disposal.untilMs();
        if (disposal.step() == Step.SUPPRESS && untilMs != null) {
            suppressions.put(state.ruleId(), untilMs);
        }
        states.put(keyOf(state), after);
        return new Answer.Taken(
                state,
                new AlertChange(
                        termsOf(view, state),
                        after,
                        Transition.HANDLED,
                        Cause.EVENT,
                        null,
                        desk.nowMs(),
                        evidence,
                        "",
                        disposal));
    }

    /** What time does to the handling of an alert, which then rests on what is said of it. */
    private static AlertState onTime(RuleView view, Desk desk, AlertState state, List<AlertChange> changes) {
        Evidence evidence = evidence(view, state);
        return desk.onTime(state.resting(evidence), termsOf(view, state), evidence, changes);
    }

    /** What an alert rests on now if it stands at its level, else what it rested on. */
    private static Evidence evidence(RuleView view, AlertState state) {
        boolean stands = state.isFiring() && state.sinceMs() == AlertState.NOT_BELOW;
        return stands && view.terms(state.ruleId()) != null && !view.isDeregistered()
                ? view.evidence(state.ruleId(), state.subject())
                : view.keptEvidence(state);
    }

    private @Nullable AlertState find(String entityId, String alertId) {
        for (AlertState state : states.values()) {
            if (state.phase() != AlertState.Phase.PENDING
                    && AlertIdentity.of(entityId, state).equals(alertId)) {
                return state;
            }
        }
        return null;
    }

    private static RuleTerms termsOf(RuleView view, AlertState state) {
        RuleTerms terms = view.terms(state.ruleId());
        return terms == null ? Signals.ghost(state) : terms;
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
            case CLEARED, WITHDRAWN ->
                state.isOpen() || state.sinceMs() <= state.openedAtMs() ? Long.MAX_VALUE : state.sinceMs();
        };
    }

    /** Whether a month-end class confirms an open alert. */
    @FunctionalInterface
    public interface Confirmation {
        boolean confirms(AlertState alert);
    }
}
