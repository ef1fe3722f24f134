package dev.forewarn.engine.wire;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.StepTaken;
import dev.forewarn.core.alert.AlertChange;
import dev.forewarn.core.handling.Disposal;
import dev.forewarn.core.handling.Handling;
import dev.forewarn.core.handling.HandlingState;
import dev.forewarn.core.handling.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people and deadlines have done, in the message of an alert. */
final class HandlingEncoding {

    private HandlingEncoding() {}

    static void describe(Alert alert, AlertChange change) {
        Handling handling = change.after().handling();
        alert.setHandling(state(handling.state()));
        alert.setDueAt(handling.dueMs() == Handling.NEVER ? null : Instant.ofEpochMilli(handling.dueMs()));
        alert.setMissedDeadlines(handling.missed());
        alert.setAddressee(change.addressee());
        alert.setUnit(handling.unit());
        alert.setOutcome(handling.outcome());
        alert.setCaseNumber(handling.caseNumber());
        alert.setSuppressedUntil(handling.isSuppressed() ? Instant.ofEpochMilli(handling.suppressedUntilMs()) : null);
        alert.setPossibleSteps(
                change.after().possibleSteps().stream().map(Step::wireName).toList());
        alert.setStep(step(change.step()));
    }

    private static @Nullable StepTaken step(@Nullable Disposal taken) {
        return taken == null
                ? null
                : new StepTaken(
                        taken.step().wireName(),
                        taken.actor().idHash(),
                        taken.actor().unit(),
                        taken.actor().role(),
                        taken.comment(),
                        Instant.ofEpochMilli(taken.atMs()));
    }

    private static dev.forewarn.avro.Handling state(HandlingState state) {
        return switch (state) {
            case NEW -> dev.forewarn.avro.Handling.NEW;
            case ACCEPTED -> dev.forewarn.avro.Handling.ACCEPTED;
            case DISPATCHED -> dev.forewarn.avro.Handling.DISPATCHED;
            case IN_PROGRESS -> dev.forewarn.avro.Handling.IN_PROGRESS;
            case FED_BACK -> dev.forewarn.avro.Handling.FED_BACK;
            case REVIEWED -> dev.forewarn.avro.Handling.REVIEWED;
            case CLOSED -> dev.forewarn.avro.Handling.CLOSED;
            case RETURNED -> dev.forewarn.avro.Handling.RETURNED;
            case CONTESTED -> dev.forewarn.avro.Handling.CONTESTED;
        };
    }
}
