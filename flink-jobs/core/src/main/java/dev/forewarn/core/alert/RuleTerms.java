package dev.forewarn.core.alert;

import dev.forewarn.core.handling.Deadlines;
import dev.forewarn.core.indicator.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all alert rules have in common.
 *
 * @param id unique among the rules of a catalogue, such as {@code T08}
 * @param domains teams that the alert goes to; empty: the domains of the facts or of the crossing
 * @param dwellMs how long the condition must hold before the alert is raised, in ms
 * @param clearAfterMs how long the condition must have ceased, or eased, before the alert clears or eases, in ms
 * @param coolDownMs how long after clearing or closing no new alert is raised on the same evidence, in ms
 * @param deadlines by when people must act; null: as the level says
 */
public record RuleTerms(
        String id,
        Label name,
        Family family,
        List<String> domains,
        long dwellMs,
        long clearAfterMs,
        long coolDownMs,
        String basis,
        @Nullable Deadlines deadlines) {

    /** A rule whose deadlines are those of its level. */
    public RuleTerms(
            String id,
            Label name,
            Family family,
            List<String> domains,
            long dwellMs,
            long clearAfterMs,
            long coolDownMs,
            String basis) {
        this(id, name, family, domains, dwellMs, clearAfterMs, coolDownMs, basis, null);
    }

    public RuleTerms {
        domains = List.copyOf(domains);
        if (dwellMs < 0 || clearAfterMs < 0 || coolDownMs < 0) {
            throw new IllegalArgumentException("durations of rule '" + id + "' must not be negative");
        }
    }
}
