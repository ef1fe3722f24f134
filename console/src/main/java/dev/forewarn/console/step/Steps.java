package dev.forewarn.console.step;

import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Level;
import dev.forewarn.console.access.Forbidden;
import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.alert.Alerts;
import dev.forewarn.console.audit.DeedNote;
import dev.forewarn.console.config.ConsoleSettings;
import dev.forewarn.console.config.ConsoleSettings.ClockMode;
import dev.forewarn.console.message.AlertMessage;
import dev.forewarn.core.handling.HandlingState;
import dev.forewarn.core.handling.Step;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people may do about an alert, and doing it. Only steps that the core's table of states allows, and that the
 * person's role gives a right to, are offered and sent; the engine has the last word.
 */
@Component
public class Steps {

    private static final int LONGEST_COMMENT = 2_000;

    private final Alerts alerts;
    private final Log log;
    private final Actors actors;
    private final Clock clock;
    private final ClockMode mode;

    Steps(Alerts alerts, Log log, Actors actors, Clock clock, ConsoleSettings settings) {
        this.alerts = alerts;
        this.log = log;
        this.actors = actors;
        this.clock = clock;
        this.mode = settings.clock();
    }

    /** The right that a step needs. */
    public static Right right(Step step) {
        return switch (step) {
            case ACCEPT, RETURN, START, FEEDBACK -> Right.WORK;
            case COMMENT, CONTEST -> Right.REMARK;
            case DISPATCH, REVIEW, CLOSE, REOPEN, SUPPRESS -> Right.DIRECT;
        };
    }

    /** The steps that somebody may take about an alert now, in their usual order. */
    public List<Step> offered(Viewer viewer, AlertMessage alert) {
        return possible(alert.handling(), alert.level()).stream()
                .filter(step -> viewer.may(right(step)))
                .toList();
    }

    private static List<Step> possible(String handling, Level level) {
        return state(handling) == null
                ? List.of()
                : Step.possible(java.util.Objects.requireNonNull(state(handling))).stream()
                        .filter(step -> step != Step.SUPPRESS || level != Level.RED)
                        .toList();
    }

    /** The state of a word of the wire; null if it is of a release that this console does not know: no step then. */
    private static @Nullable HandlingState state(String handling) {
        return Arrays.stream(HandlingState.values())
                .filter(state -> state.name().equals(handling))
                .findFirst()
                .orElse(null);
    }

    /**
     * Writes a step to the log.
     *
     * @throws StepRefused if it cannot be taken, or the log cannot be reached
     */
    public StepSent take(Viewer viewer, String alertId, StepRequest request) {
        try {
            StepSent sent = send(viewer, alertId, request);
            DeedNote.done("step", alertId, told(request));
            return sent;
        } catch (StepRefused refused) {
            DeedNote.refused("step", alertId, refused.reason(), told(request));
            throw refused;
        } catch (Forbidden forbidden) {
            DeedNote.refused("step", alertId, "forbidden", told(request));
            throw forbidden;
        }
    }

    private static String told(StepRequest request) {
        return request.step() + " on revision " + request.revision();
    }

    private StepSent send(Viewer viewer, String alertId, StepRequest request) {
        AlertMessage alert = alerts.message(viewer, alertId)
                .orElseThrow(() -> new StepRefused("unknown-alert", "there is no alert " + alertId + " for you"));
        Step step = step(request.step());
        viewer.require(right(step));
        check(alert, step, request);
        Instant at = stamp(alert);
        log.write(Disposal.newBuilder()
                .setEntityId(alert.entityId())
                .setRecordedAt(at)
                .setAlertId(alertId)
                .setAlertRevision(request.revision())
                .setStep(step.wireName())
                .setActorIdHash(actors.hash(viewer))
                .setActorUnit(viewer.unit())
                .setActorRole(viewer.roleFor(right(step)).wireName())
                .setOutcome(orNull(request.outcome()))
                .setComment(orNull(request.comment()))
                .setCaseNumber(orNull(request.caseNumber()))
                .setToUnit(orNull(request.toUnit()))
                .setUntil(request.until())
                .setAt(at)
                .build());
        return new StepSent(alertId, request.revision(), step.wireName(), at);
    }

    private static Step step(String wireName) {
        Step step = Step.named(wireName);
        if (step == null) {
            throw new StepRefused(
                    "bad-disposal",
                    "there is no step '" + wireName + "'; there are "
                            + Arrays.stream(Step.values()).map(Step::wireName).collect(Collectors.joining(", ")));
        }
        return step;
    }

    private static void check(AlertMessage alert, Step step, StepRequest request) {
        List<Step> possible = possible(alert.handling(), alert.level());
        if (!possible.contains(step)) {
            throw new StepRefused(
                    "impossible-step",
                    "'" + step.wireName() + "' cannot be done now; possible are "
                            + possible.stream().map(Step::wireName).collect(Collectors.joining(", ")));
        }
        if (step != Step.COMMENT && request.revision() != alert.revision()) {
            throw new StepRefused(
                    "stale-step",
                    "you saw revision " + request.revision() + ", and the alert is at revision " + alert.revision()
                            + " by now; look again and decide anew");
        }
        String missing = missing(step, request);
        if (missing != null) {
            throw new StepRefused("bad-disposal", "'" + step.wireName() + "' needs " + missing);
        }
        if (request.comment() != null && request.comment().length() > LONGEST_COMMENT) {
            throw new StepRefused(
                    "bad-disposal",
                    "a comment has at most " + LONGEST_COMMENT + " characters; this one has "
                            + request.comment().length());
        }
    }

    /** What a step needs and was not given; null if nothing is missing. */
    private static @Nullable String missing(Step step, StepRequest request) {
        return switch (step) {
            case RETURN, COMMENT, CONTEST -> isEmpty(request.comment()) ? "a comment" : null;
            case FEEDBACK -> isEmpty(request.outcome()) ? "what was found" : null;
            case DISPATCH -> isEmpty(request.toUnit()) ? "the unit that it is given to" : null;
            case SUPPRESS -> isEmpty(request.comment()) ? "a comment" : request.until() == null ? "until when" : null;
            case ACCEPT, START, REVIEW, CLOSE, REOPEN -> null;
        };
    }

    /**
     * Now, on the clock of the installation: in a replayed history the present would carry the business years ahead.
     */
    private Instant stamp(AlertMessage alert) {
        return mode == ClockMode.WALL ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : alert.at();
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return isEmpty(text) ? null : java.util.Objects.requireNonNull(text).strip();
    }
}
