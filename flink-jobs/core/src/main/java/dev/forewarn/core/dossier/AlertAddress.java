package dev.forewarn.core.dossier;

import dev.forewarn.core.alert.AlertChange;
import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.catalogue.Scheme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom an alert concerns. */
final class AlertAddress {

    private AlertAddress() {}

    /**
     * The domains that the rule names; else of a crossing its domain, of others the domains of the evidence, and
     * {@code general} where there is none.
     */
    static List<String> domains(@Nullable AlertRule rule, AlertChange change) {
        if (!change.terms().domains().isEmpty()) {
            return change.terms().domains().stream().sorted().toList();
        }
        if (rule instanceof AlertRule.Crossing) {
            return List.of(change.after().subject());
        }
        List<String> named = change.evidence().cited().stream()
                .flatMap(cited -> cited.fact().domains().stream())
                .distinct()
                .sorted()
                .toList();
        return named.isEmpty() ? List.of(Scheme.GENERAL) : named;
    }

    static Output.AlertKind kind(@Nullable AlertRule rule) {
        if (rule instanceof AlertRule.Crossing) {
            return Output.AlertKind.CROSSING;
        }
        return rule instanceof AlertRule.Trigger ? Output.AlertKind.TRIGGER : Output.AlertKind.CONDITION;
    }
}
