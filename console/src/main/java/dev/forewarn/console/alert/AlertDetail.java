package dev.forewarn.console.alert;

import dev.forewarn.avro.Level;
import dev.forewarn.console.board.BoardRow;
import dev.forewarn.console.message.AlertMessage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one alert.
 *
 * @param life every revision that was told, oldest first
 * @param waiting steps that were sent and to which the engine has not answered
 * @param refused steps that the engine has refused, newest first
 * @param papers the versions of the facts on which the alert rests, as their sources sent them
 * @param others open alerts of the same business
 */
public record AlertDetail(
        BoardRow row,
        AlertMessage message,
        List<Moment> life,
        List<Waiting> waiting,
        List<Refused> refused,
        List<Paper> papers,
        List<BoardRow> others) {

    public AlertDetail {
        life = List.copyOf(life);
        waiting = List.copyOf(waiting);
        refused = List.copyOf(refused);
        papers = List.copyOf(papers);
        others = List.copyOf(others);
    }

    /**
     * One revision.
     *
     * @param step what a person did; null if no person made it
     * @param actor who, as far as this console knows the person; else the hash
     */
    public record Moment(
            int revision,
            Instant at,
            String transition,
            String cause,
            Level level,
            String signal,
            String handling,
            @Nullable String step,
            @Nullable String actor,
            @Nullable String unit,
            @Nullable String role,
            @Nullable String remark) {}

    /** A step that the engine has not answered yet. */
    public record Waiting(int revision, String step, Instant actedAt, String actor) {}

    /** A step that the engine has refused. */
    public record Refused(Instant at, int revision, String step, String reason, String detail) {}

    /**
     * A fact as its source sent it.
     *
     * @param message the whole event, as JSON
     */
    public record Paper(
            String type,
            String recordKey,
            int revision,
            String op,
            String source,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable Instant dueAt,
            @Nullable Instant endedAt,
            @Nullable String subject,
            @Nullable String severity,
            @Nullable Long amount,
            String message) {

        Paper withMessage(String other) {
            return new Paper(
                    type,
                    recordKey,
                    revision,
                    op,
                    source,
                    occurredAt,
                    recordedAt,
                    dueAt,
                    endedAt,
                    subject,
                    severity,
                    amount,
                    other);
        }
    }
}
