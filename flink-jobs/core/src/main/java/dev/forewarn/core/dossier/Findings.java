package dev.forewarn.core.dossier;

import dev.forewarn.core.alert.AlertState;
import dev.forewarn.core.alert.Answer;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import dev.forewarn.core.handling.Disposal;
import dev.forewarn.core.handling.Handling;
import dev.forewarn.core.handling.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

    /** The facts that a feedback asserts, and those that it takes back: one finding at most stands for an alert. */
    static List<Event> of(Disposal disposal, Answer.Taken taken) {
        List<Event> findings = new ArrayList<>();
        Outcome before = taken.former();
        Outcome now = taken.finding();
        String key = key(taken.before().handling(), disposal);
        String keyNow = key(taken.change().after().handling(), disposal);
        boolean isSame = before != null
                && now != null
                && key.equals(keyNow)
                && before.factType().equals(now.factType());
        if (before != null && before.hasFact() && !isSame) {
            findings.add(event(disposal, taken.before(), before, key, Op.RETRACT));
        }
        if (now != null && now.hasFact()) {
            findings.add(event(disposal, taken.change().after(), now, keyNow, Op.ASSERT));
        }
        return findings;
    }

    private static String key(Handling handling, Disposal disposal) {
        return handling.caseNumber().isEmpty() ? disposal.alertId() : handling.caseNumber();
    }

    private static Event event(Disposal disposal, AlertState alert, Outcome outcome, String key, Op op) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("alert_id", disposal.alertId());
        attributes.put("rule", alert.ruleId());
        attributes.put("outcome", outcome.id());
        attributes.put("unit", disposal.actor().unit());
        return new Event(
                disposal.entityId(),
                disposal.recordedAtMs(),
                outcome.factType(),
                key,
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
                present(alert.handling().caseNumber()),
                attributes,
                new TreeMap<>());
    }

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }
}
