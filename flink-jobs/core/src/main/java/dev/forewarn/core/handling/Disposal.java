package dev.forewarn.core.handling;

import dev.forewarn.core.bytes.Digest64;
import org.jspecify.annotations.Nullable;

/**
 * A step that a person took about an alert.
 *
 * @param recordedAtMs when the intake published it, in ms since 1970
 * @param alertId the alert
 * @param revision the revision of it that the person saw
 * @param actor who: salted hash of the id, unit and role
 * @param outcome what was found, out of the catalogue's list; empty if the step says nothing of it
 * @param caseNumber number of the case that was filed; empty if none was
 * @param toUnit the unit that it is given to; empty if the step gives it to nobody
 * @param comment remark; empty if none
 * @param untilMs end of a suppression or new deadline, in ms since 1970; null if the step has none
 * @param atMs when the person acted, in ms since 1970
 */
public record Disposal(
        String entityId,
        long recordedAtMs,
        String alertId,
        int revision,
        Step step,
        Actor actor,
        String outcome,
        String caseNumber,
        String toUnit,
        String comment,
        @Nullable Long untilMs,
        long atMs) {

    /** Who took a step. */
    public record Actor(String idHash, String unit, String role) {}

    /** The same about another alert of the business, as if the person had seen that one as it stands. */
    public Disposal about(String otherAlertId, int otherRevision) {
        return new Disposal(
                entityId,
                recordedAtMs,
                otherAlertId,
                otherRevision,
                step,
                actor,
                outcome,
                caseNumber,
                toUnit,
                comment,
                untilMs,
                atMs);
    }

    /** Names the step, so that one that comes twice is known; when it was published says nothing of it. */
    public long digest() {
        return new Digest64()
                .add(alertId)
                .add(revision)
                .add(step.wireName())
                .add(actor.idHash())
                .add(actor.unit())
                .add(actor.role())
                .add(outcome)
                .add(caseNumber)
                .add(toUnit)
                .add(comment)
                .add(untilMs == null ? Long.MIN_VALUE : untilMs)
                .add(atMs)
                .value();
    }
}
