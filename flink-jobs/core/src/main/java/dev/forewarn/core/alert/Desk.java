package dev.forewarn.core.alert;

import dev.forewarn.core.handling.Deadlines;
import dev.forewarn.core.handling.Disposal;
import dev.forewarn.core.handling.Handling;
import dev.forewarn.core.handling.Outcome;
import dev.forewarn.core.handling.Step;
import dev.forewarn.core.handling.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people's side of alerts at one instant: when their terms run and end, what a step changes, and what time does to
 * an alert that nobody takes up.
 *
 * @param isOpen whether alerts are published yet; as long as they are not, nobody can be late with one
 */
public record Desk(HandlingRules rules, long nowMs, boolean isOpen) {

    /** The handling of an alert that is raised now. What no event brought waits for the office, unless it is red. */
    Handling begin(RuleTerms terms, Level level, Cause cause, long suppressedUntilMs) {
        Handling begun = Handling.begin(nowMs, startMs(level, cause));
        boolean isSuppressed = suppressedUntilMs > nowMs && level != Level.RED;
        return isSuppressed ? begun.suppressed(suppressedUntilMs) : scheduled(terms, level, begun);
    }

    /** The handling after the level has gone up: deadlines come nearer, and red is never suppressed. */
    Handling escalated(RuleTerms terms, Level level, Cause cause, Handling handling) {
        if (handling.isClosed() || (handling.isSuppressed() && level != Level.RED)) {
            return handling;
        }
        Handling anew = scheduled(terms, level, handling.suppressed(0).startingAt(startMs(level, cause)));
        boolean isNearer = anew.dueMs() < handling.dueMs();
        return handling.isSuppressed() || isNearer ? anew : handling;
    }

    /** The handling of an alert that is published for the first time now, though it was raised long ago. */
    Handling published(RuleTerms terms, AlertState alert, long suppressedUntilMs) {
        Handling handling = alert.handling();
        if (handling.isNew()) {
            return begin(terms, alert.level(), Cause.SNAPSHOT, suppressedUntilMs);
        }
        Handling anew = handling.startingAt(startMs(alert.level(), Cause.SNAPSHOT));
        // A suppression that has ended meanwhile, when nobody could hear of it, has ended.
        return handling.suppressedUntilMs() > nowMs ? anew : scheduled(terms, alert.level(), anew.suppressed(0));
    }

    /** The handling after a step that may be taken. */
    Handling stepped(@Nullable RuleTerms terms, Level level, Handling handling, Disposal disposal) {
        Step step = disposal.step();
        Handling moved = handling.moved(step.after(handling.state()), nowMs, disposal);
        if (step == Step.FEEDBACK || step == Step.REVIEW) {
            moved = moved.found(finding(moved, disposal.alertId()));
        }
        Long untilMs = disposal.untilMs();
        if (step == Step.SUPPRESS && untilMs != null) {
            return moved.suppressed(untilMs);
        }
        if (moved.isSuppressed()) {
            return moved;
        }
        if (step == Step.DISPATCH && untilMs != null) {
            return moved.due(untilMs);
        }
        // Who begins to look into it keeps the deadline that was given.
        return moved.state() == handling.state() || step == Step.START ? moved : scheduled(terms, level, moved);
    }

    /** The fact that stands for what was found: under the number of the case, else under the alert. */
    private Handling.Finding finding(Handling handling, String alertId) {
        Outcome outcome = rules.outcome(handling.outcome());
        if (outcome == null || !outcome.hasFact()) {
            return Handling.Finding.NONE;
        }
        String key = handling.caseNumber().isEmpty() ? alertId : handling.caseNumber();
        return new Handling.Finding(outcome.factType(), key);
    }

    /** The next instant at which time alone moves the handling of an alert; {@link Long#MAX_VALUE} if none. */
    long nextMs(AlertState alert) {
        if (!isOpen || !alert.isOpen()) {
            return Long.MAX_VALUE;
        }
        Handling handling = alert.handling();
        long next = handling.isSuppressed() ? handling.suppressedUntilMs() : handling.dueMs();
        return Math.min(next, unhandledMs(alert));
    }

    /** What time, having come to {@link #nextMs}, does to the handling of an alert: the alert after it. */
    AlertState onTime(AlertState alert, RuleTerms terms, Evidence evidence, List<AlertChange> changes) {
        Handling handling = alert.handling();
        if (unhandledMs(alert) <= nowMs) {
            AlertState closed = alert.handled(handling.closed(nowMs, Outcome.UNHANDLED));
            changes.add(change(terms, closed, Transition.UNHANDLED, evidence, ""));
            return closed;
        }
        if (handling.isSuppressed()) {
            Handling heard = handling.suppressed(0).startingAt(startMs(alert.level(), Cause.TIME));
            AlertState back = alert.handled(scheduled(terms, alert.level(), heard));
            changes.add(change(terms, back, Transition.UNSUPPRESSED, evidence, ""));
            return back;
        }
        Deadlines deadlines = rules.deadlines(terms, alert.level());
        List<String> addressees = deadlines.addressees();
        int missed = handling.missed();
        long againMs = missed + 1 < addressees.size() ? rules.office().due(nowMs, deadlines.again()) : Handling.NEVER;
        AlertState late = alert.handled(handling.late(againMs));
        String addressee = addressees.isEmpty() ? "" : addressees.get(Math.min(missed, addressees.size() - 1));
        changes.add(change(terms, late, Transition.OVERDUE, evidence, addressee));
        return late;
    }

    private AlertChange change(
            RuleTerms terms, AlertState after, Transition transition, Evidence evidence, String addressee) {
        return new AlertChange(terms, after, transition, Cause.TIME, null, nowMs, evidence, addressee, null);
    }

    private long unhandledMs(AlertState alert) {
        Handling handling = alert.handling();
        boolean isWaiting =
                rules.unhandledAfterMs() > 0 && alert.isFiring() && handling.isNew() && !handling.isSuppressed();
        return isWaiting ? handling.startMs() + rules.unhandledAfterMs() : Long.MAX_VALUE;
    }

    private Handling scheduled(@Nullable RuleTerms terms, Level level, Handling handling) {
        Term term = isOpen ? rules.deadlines(terms, level).in(handling.state()) : null;
        return handling.due(term == null ? Handling.NEVER : rules.office().due(handling.startMs(), term));
    }

    private long startMs(Level level, Cause cause) {
        return cause == Cause.EVENT || level == Level.RED
                ? nowMs
                : rules.office().nextOpen(nowMs);
    }
}
