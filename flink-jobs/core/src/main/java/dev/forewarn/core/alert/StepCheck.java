package dev.forewarn.core.alert;

import dev.forewarn.core.handling.Disposal;
import dev.forewarn.core.handling.Outcome;
import dev.forewarn.core.handling.Step;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says whether a person's step may be taken about an alert, and what may be done instead. */
record StepCheck(AlertState alert, HandlingRules rules, long nowMs) {

    private static final long DAY_MS = 86_400_000;

    /** No disposal that people agree on takes longer; a slip of the pen in the year does. */
    private static final int DEADLINE_AT_MOST_DAYS = 366;

    /** What a step that is refused for want of a comment is asked for. */
    private static final Map<Step, String> COMMENTED = Map.of(
            Step.COMMENT, "the comment itself",
            Step.RETURN, "a comment that says whose charge it is",
            Step.CONTEST, "a comment that says what is wrong",
            Step.SUPPRESS, "a comment that gives the reason");

    /** Why a step is not taken; null if it is. */
    Answer.@Nullable Refused refusal(Disposal disposal) {
        Step step = disposal.step();
        // A comment changes nothing that another person could have relied on.
        if (step != Step.COMMENT && disposal.revision() != alert.revision()) {
            return new Answer.Refused(
                    Answer.Reason.STALE,
                    "the step was taken on revision " + disposal.revision() + ", and the alert is at revision "
                            + alert.revision() + " by now: " + standing());
        }
        if (!step.isPossible(alert.handling().state())) {
            return new Answer.Refused(
                    Answer.Reason.IMPOSSIBLE, "'" + step.wireName() + "' cannot be done now: " + standing());
        }
        String missing = missing(disposal);
        return missing == null ? null : new Answer.Refused(Answer.Reason.INCOMPLETE, missing);
    }

    private String standing() {
        return "it is " + lower(alert.handling().state()) + " at level " + lower(alert.level()) + "; possible are "
                + alert.possibleSteps().stream().map(Step::wireName).collect(Collectors.joining(", "));
    }

    private @Nullable String missing(Disposal disposal) {
        String about = COMMENTED.get(disposal.step());
        if (about != null && disposal.comment().isEmpty()) {
            return "'" + disposal.step().wireName() + "' needs " + about;
        }
        boolean isFinding = disposal.step() == Step.FEEDBACK || disposal.step() == Step.REVIEW;
        if (!isFinding
                && !(disposal.outcome().isEmpty() && disposal.caseNumber().isEmpty())) {
            return "'" + disposal.step().wireName()
                    + "' says nothing of an outcome or a case; 'feedback' and 'review' do";
        }
        if (disposal.step() != Step.DISPATCH && !disposal.toUnit().isEmpty()) {
            return "'" + disposal.step().wireName() + "' gives the alert to nobody; 'dispatch' does";
        }
        if (!disposal.outcome().isEmpty() && rules.outcome(disposal.outcome()) == null) {
            return "the catalogue has no outcome '" + disposal.outcome() + "'; it has " + outcomes();
        }
        return switch (disposal.step()) {
            case FEEDBACK -> disposal.outcome().isEmpty() ? "'feedback' needs an outcome, one of " + outcomes() : null;
            case DISPATCH -> missingToDispatch(disposal);
            case SUPPRESS -> missingToSuppress(disposal);
            default -> null;
        };
    }

    private @Nullable String missingToDispatch(Disposal disposal) {
        if (disposal.toUnit().isEmpty()) {
            return "'dispatch' names the unit that it is given to";
        }
        Long untilMs = disposal.untilMs();
        return untilMs != null && (untilMs <= nowMs || untilMs > nowMs + DEADLINE_AT_MOST_DAYS * DAY_MS)
                ? "a new deadline lies in the future, at most " + DEADLINE_AT_MOST_DAYS + " days from now; got "
                        + Instant.ofEpochMilli(untilMs)
                : null;
    }

    private @Nullable String missingToSuppress(Disposal disposal) {
        if (alert.level() == Level.RED) {
            return "a red alert is never suppressed";
        }
        Long untilMs = disposal.untilMs();
        long latestMs = nowMs + rules.suppressAtMostDays() * DAY_MS;
        return untilMs == null || untilMs <= nowMs || untilMs > latestMs
                ? "'suppress' says until when, at most " + rules.suppressAtMostDays() + " days from now; got "
                        + (untilMs == null ? "nothing" : Instant.ofEpochMilli(untilMs))
                : null;
    }

    private String outcomes() {
        return rules.outcomes().isEmpty()
                ? "none"
                : rules.outcomes().stream().map(Outcome::id).collect(Collectors.joining(", "));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
