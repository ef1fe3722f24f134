package dev.forewarn.core.alert;

import dev.forewarn.core.alert.AlertState.Phase;
import dev.forewarn.core.handling.Handling;
import dev.forewarn.core.handling.Outcome;
import dev.forewarn.core.indicator.Label;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The moves of the signals at one instant.
 *
 * @param suppressedUntilMs until when nobody wants to hear of a rule, by its id; 0 if all do
 * @param changes where each transition is added
 */
record Signals(
        RuleView view, Desk desk, Cause cause, ToLongFunction<String> suppressedUntilMs, List<AlertChange> changes) {

    AlertState begin(Holding holding) {
        RuleTerms terms = java.util.Objects.requireNonNull(view.terms(holding.ruleId()));
        AlertState pending =
                AlertState.pending(holding, desk.nowMs(), view.reference(holding.ruleId(), holding.subject()));
        return terms.dwellMs() > 0 ? pending : raise(terms, holding, pending);
    }

    /** The alert after this instant; null if nothing is to be kept of it. */
    @Nullable
    AlertState move(AlertState state, @Nullable Holding holding) {
        RuleTerms terms = view.terms(state.ruleId());
        if (terms == null || view.isDeregistered()) {
            return end(state, terms);
        }
        if (state.phase() == Phase.PENDING) {
            return movePending(terms, state, holding);
        }
        return state.isFiring() ? moveFiring(terms, state, holding) : moveEnded(terms, state, holding);
    }

    /** Whether nothing is left to remember of an alert: neither a cool-down nor the identity of this instant. */
    boolean isForgotten(AlertState state) {
        return state.isOver() && state.sinceMs() <= desk.nowMs() && state.openedAtMs() < desk.nowMs();
    }

    /** Ends an alert without its rule, or without its business. */
    private @Nullable AlertState end(AlertState state, @Nullable RuleTerms terms) {
        ClearReason reason = terms == null ? ClearReason.RULE_CHANGE : ClearReason.DEREGISTERED;
        AlertState ended = state.isFiring() ? clear(terms == null ? ghost(state) : terms, state, reason) : state;
        if (ended.isOpen()) {
            return ended;
        }
        // No cool-down, but its identity is remembered for as long as it might be given again: this instant.
        boolean isOfThisInstant = ended.isOver() && ended.openedAtMs() == desk.nowMs();
        return isOfThisInstant ? ended.rememberedUntil(desk.nowMs()) : null;
    }

    private @Nullable AlertState movePending(RuleTerms terms, AlertState state, @Nullable Holding holding) {
        if (holding == null) {
            return null;
        }
        return desk.nowMs() >= state.sinceMs() + terms.dwellMs()
                ? raise(terms, holding, AlertState.pending(holding, desk.nowMs(), ""))
                : state;
    }

    private @Nullable AlertState moveFiring(RuleTerms terms, AlertState state, @Nullable Holding holding) {
        boolean isWorse = holding != null && holding.level().compareTo(state.level()) > 0;
        if (holding != null && state.handling().isClosed() && (isWorse || hasNewEvidence(state))) {
            return supersede(terms, state, holding);
        }
        if (holding != null && isWorse) {
            Handling people = desk.escalated(terms, holding.level(), cause, state.handling());
            return stand(terms, Transition.ESCALATED, state, Phase.FIRING, holding.level(), people);
        }
        Level kept = view.kept(state);
        if (kept != null && kept.compareTo(state.level()) >= 0) {
            return state.sinceMs() == AlertState.NOT_BELOW ? state : state.standing();
        }
        if (kept == null && cause != Cause.RULE_CHANGE && !view.heldAtOpening(state)) {
            AlertState withdrawn = state.ended(Phase.WITHDRAWN, desk.nowMs(), left(state.handling()));
            return say(terms, Transition.WITHDRAWN, withdrawn, null, view.keptEvidence(state));
        }
        AlertState below = state.sinceMs() == AlertState.NOT_BELOW ? state.below(desk.nowMs(), cause) : state;
        if (cause != Cause.RULE_CHANGE && desk.nowMs() < below.sinceMs() + terms.clearAfterMs()) {
            return below;
        }
        return kept == null
                ? clear(terms, below, reason(below))
                : stand(terms, Transition.EASED, below, Phase.EASED, kept, below.handling());
    }

    /** An alert whose signal is over: people may still be at it, or it is only remembered. */
    private @Nullable AlertState moveEnded(RuleTerms terms, AlertState state, @Nullable Holding holding) {
        if (state.isOpen()) {
            return holding == null ? state : resume(terms, state, holding);
        }
        boolean isRemembered = desk.nowMs() < state.sinceMs();
        if (holding == null) {
            return !isRemembered && desk.nowMs() > state.openedAtMs() ? null : state;
        }
        return isRemembered && !hasNewEvidence(state) ? state : beginAgain(terms, state, holding);
    }

    private AlertState beginAgain(RuleTerms terms, AlertState state, Holding holding) {
        if (terms.dwellMs() > 0) {
            return begin(holding);
        }
        // Raised, ended and raised again within one instant is one alert: its identity is that instant.
        AlertState pending = AlertState.pending(holding, desk.nowMs(), "");
        return raise(terms, holding, state.openedAtMs() == desk.nowMs() ? pending.continuing(state) : pending);
    }

    /** People have closed it, and there is more now: a new alert in its place, at once. */
    private AlertState supersede(RuleTerms terms, AlertState state, Holding holding) {
        AlertState ended = clear(terms, state, ClearReason.SUPERSEDED);
        AlertState pending = AlertState.pending(holding, desk.nowMs(), "");
        return raise(terms, holding, ended.openedAtMs() == desk.nowMs() ? pending.continuing(ended) : pending);
    }

    private AlertState resume(RuleTerms terms, AlertState state, Holding holding) {
        AlertState again = state.against(view.reference(holding.ruleId(), holding.subject()));
        Handling people = desk.escalated(terms, holding.level(), cause, state.handling());
        return stand(terms, Transition.RESUMED, again, Phase.FIRING, holding.level(), people);
    }

    private boolean hasNewEvidence(AlertState closed) {
        Evidence evidence = view.evidence(closed.ruleId(), closed.subject());
        return evidence.count() > closed.evidenceCount()
                || !closed.evidenceKeys().containsAll(evidence.keys());
    }

    private AlertState raise(RuleTerms terms, Holding holding, AlertState pending) {
        String reference = view.reference(holding.ruleId(), holding.subject());
        AlertState opening =
                AlertState.pending(holding, desk.nowMs(), reference).continuing(pending);
        Handling people = desk.begin(terms, holding.level(), cause, suppressedUntilMs.applyAsLong(holding.ruleId()));
        return stand(terms, Transition.RAISED, opening, Phase.FIRING, holding.level(), people);
    }

    /** A transition after which the alert stands at a level, on the evidence of now. */
    private AlertState stand(
            RuleTerms terms, Transition transition, AlertState state, Phase next, Level level, Handling people) {
        Evidence evidence = view.evidence(state.ruleId(), state.subject());
        List<String> concerned = view.domains(state.ruleId(), state.subject(), evidence);
        return say(terms, transition, state.moved(next, level, evidence, concerned, people), null, evidence);
    }

    private AlertState clear(RuleTerms terms, AlertState state, ClearReason reason) {
        Handling people = state.handling();
        long closedAtMs = people.isClosed() ? people.sinceMs() : desk.nowMs();
        AlertState cleared = state.ended(Phase.CLEARED, closedAtMs + terms.coolDownMs(), left(people));
        return say(terms, Transition.CLEARED, cleared, reason, view.keptEvidence(state));
    }

    /** What nobody has taken up ends with its signal. */
    private Handling left(Handling people) {
        if (!people.isNew()) {
            return people;
        }
        return people.closed(desk.nowMs(), people.isSuppressed() ? Outcome.SUPPRESSED : Outcome.UNHANDLED);
    }

    private AlertState say(
            RuleTerms terms, Transition transition, AlertState after, @Nullable ClearReason reason, Evidence evidence) {
        changes.add(new AlertChange(terms, after, transition, cause, reason, desk.nowMs(), evidence));
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

    /** Terms of a rule that is no more, so that its alerts can still be ended and handled. */
    static RuleTerms ghost(AlertState state) {
        Label name = new Label(state.ruleId(), state.ruleId());
        return new RuleTerms(state.ruleId(), name, Family.LEAD, List.of(), 0, 0, 0, "");
    }
}
