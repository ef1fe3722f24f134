package dev.forewarn.core.dossier;

import dev.forewarn.core.alert.AlertState;
import dev.forewarn.core.alert.Answer;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import dev.forewarn.core.handling.Disposal;
import dev.forewarn.core.handling.Handling;
import dev.forewarn.core.handling.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What people found behind an alert, as facts of the business. A finding is keyed by the number of the case that was
 * filed, else by the alert, and has the revision of a secondary source: what the case-handling system itself says of
 * the case takes its place.
 */
final class Findings {

    /** The source that such facts name. */
    static final String SOURCE = "disposal";

    private static final int SECONDARY = -1;

    private Findings() {}

    /**
     * The facts that a step asserts, and those that it takes back: one finding at most stands for an alert.
     *
     * @param others the alerts of the business, of which another may rest on the same case
     */
    static List<Event> of(Disposal disposal, Answer.Taken taken, List<AlertState> others) {
        Handling.Finding before = taken.before().handling().finding();
        AlertState after = taken.change().after();
        Handling.Finding now = after.handling().finding();
        List<Event> findings = new ArrayList<>();
        boolean isShared =
                others.stream().anyMatch(other -> other.handling().finding().equals(before) && !isSame(other, after));
        if (before.isPresent() && !before.equals(now) && !isShared) {
            findings.add(event(disposal, taken, before, Op.RETRACT));
        }
        boolean isSaid = disposal.step() == Step.FEEDBACK || disposal.step() == Step.REVIEW;
        if (now.isPresent() && isSaid) {
            findings.add(event(disposal, taken, now, Op.ASSERT));
        }
        return findings;
    }

    private static boolean isSame(AlertState one, AlertState other) {
        return one.ruleId().equals(other.ruleId()) && one.subject().equals(other.subject());
    }

    private static Event event(Disposal disposal, Answer.Taken taken, Handling.Finding finding, Op op) {
        AlertState alert = taken.change().after();
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("alert_id", disposal.alertId());
        attributes.put("rule", alert.ruleId());
        attributes.put("outcome", alert.handling().outcome());
        attributes.put("unit", disposal.actor().unit());
        return new Event(
                disposal.entityId(),
                // The instant at which the step was taken: of two steps the later one counts.
                taken.change().atMs(),
                finding.type(),
                finding.recordKey(),
                SECONDARY,
                op,
                null,
                alert.domains(),
                disposal.atMs(),
                null,
                null,
                SOURCE,
                null,
                null,
                null,
                null,
                // What ends a case names it by its number.
                finding.recordKey(),
                attributes,
                new TreeMap<>());
    }
}
