package dev.forewarn.core.dossier;

import dev.forewarn.core.alert.AlertChange;
import dev.forewarn.core.alert.AlertIdentity;
import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.AlertState;
import dev.forewarn.core.alert.Cause;
import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.assess.Assessor;
import dev.forewarn.core.assess.DomainStanding;
import dev.forewarn.core.assess.Plan;
import dev.forewarn.core.assess.Reconciliation;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Source;
import dev.forewarn.core.time.LocalDays;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step has to say about one entity. What happened before the instant from which on is published is left unsaid,
 * and not even put into words.
 */
final class Sayings {

    private final String entityId;
    private final Dossier dossier;
    private final long publishFromMs;
    private final List<Output> outputs = new ArrayList<>();

    Sayings(String entityId, Dossier dossier, long publishFromMs) {
        this.entityId = entityId;
        this.dossier = dossier;
        this.publishFromMs = publishFromMs;
    }

    List<Output> outputs() {
        return outputs;
    }

    boolean isPublished(long atMs) {
        return atMs >= publishFromMs;
    }

    /** What has become of alerts, and where the entity stands. */
    void say(Plan plan, Assessor.Result result, List<AlertChange> changes, long atMs, Cause cause) {
        if (!isPublished(atMs)) {
            return;
        }
        Assessment assessment = result.explain(entityId, atMs, dossier.isSaturated);
        changes.forEach(change -> outputs.add(alerted(plan, change, assessment)));
        if (!Source.isEntity(entityId)) {
            List<AlertState> open =
                    dossier.alerts.states().stream().filter(AlertState::isOpen).toList();
            outputs.add(new Output.Assessed(assessment, cause, open));
        }
    }

    /** What the class of a month means for alerts. */
    void mark(Plan plan, Assessor.Result result, List<AlertChange> marks, long atMs) {
        if (!marks.isEmpty() && isPublished(atMs)) {
            Assessment assessment = result.explain(entityId, atMs, dossier.isSaturated);
            marks.forEach(mark -> outputs.add(alerted(plan, mark, assessment)));
        }
    }

    /** The classes of a month. */
    void close(
            Catalogue catalogue,
            int month,
            String headline,
            List<DomainStanding> standings,
            List<Reconciliation> reconciliation,
            long atMs) {
        if (isPublished(atMs)) {
            outputs.add(new Output.MonthClosed(
                    entityId,
                    month,
                    atMs,
                    dossier.book.profile(),
                    headline,
                    standings,
                    reconciliation,
                    catalogue.baseline(),
                    catalogue.version()));
        }
    }

    private Output.Alerted alerted(Plan plan, AlertChange change, Assessment assessment) {
        int opened = plan.catalogue().days().dayOf(change.after().openedAtMs());
        int monthEnd = LocalDays.lastDayOfMonth(opened) + 1;
        return new Output.Alerted(
                AlertIdentity.of(entityId, change.after()),
                change,
                kind(plan.rule(change.after().ruleId())),
                change.after().domains(),
                assessment,
                monthEnd - opened);
    }

    private static Output.AlertKind kind(@Nullable AlertRule rule) {
        if (rule instanceof AlertRule.Crossing) {
            return Output.AlertKind.CROSSING;
        }
        if (rule instanceof AlertRule.Projection) {
            return Output.AlertKind.PROJECTION;
        }
        return rule instanceof AlertRule.Trigger ? Output.AlertKind.TRIGGER : Output.AlertKind.CONDITION;
    }
}
