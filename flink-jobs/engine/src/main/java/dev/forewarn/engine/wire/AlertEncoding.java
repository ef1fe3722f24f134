package dev.forewarn.engine.wire;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Family;
import dev.forewarn.avro.RuleKind;
import dev.forewarn.avro.Signal;
import dev.forewarn.avro.Transition;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.alert.AlertChange;
import dev.forewarn.core.alert.AlertState;
import dev.forewarn.core.alert.ClearReason;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.assess.AlertWording;
import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.fact.Profile;
import java.time.Instant;

/** Transitions of alerts as messages. */
public final class AlertEncoding {

    private AlertEncoding() {}

    /** The message, at most {@link Limits#OUTPUT_BYTES}; explanations are cut, and marked as cut, to keep to it. */
    public static Outbound encode(Output.Alerted alerted) {
        Alert whole = whole(alerted);
        byte[] value = Wire.encode(whole);
        for (int step = 1; value.length > Limits.OUTPUT_BYTES && step < Cut.STEPS.size(); step++) {
            value = Wire.encode(cut(whole, Cut.STEPS.get(step)));
        }
        AlertState after = alerted.change().after();
        return new Outbound(
                Outbound.Channel.ALERTS,
                alerted.assessment().entityId(),
                value,
                alerted.domains(),
                after.peak().compareTo(Level.ORANGE) >= 0);
    }

    private static Alert whole(Output.Alerted alerted) {
        AlertChange change = alerted.change();
        AlertState after = change.after();
        Assessment assessment = alerted.assessment();
        ClearReason reason = change.reason();
        Alert alert = new Alert();
        alert.setEntityId(assessment.entityId());
        alert.setAlertId(alerted.alertId());
        alert.setRevision(after.revision());
        alert.setAt(Instant.ofEpochMilli(change.atMs()));
        alert.setTransition(transition(change.transition()));
        alert.setCause(WireValues.cause(change.cause()));
        alert.setClearReason(reason == null ? null : reason.wireName());
        alert.setSignal(signal(change));
        HandlingEncoding.describe(alert, change);
        alert.setRule(change.terms().id());
        alert.setRuleNameZh(change.terms().name().zh());
        alert.setRuleNameEn(change.terms().name().en());
        alert.setKind(kind(alerted.kind()));
        alert.setFamily(family(change.terms().family()));
        alert.setLevel(WireValues.level(after.level()));
        alert.setPeakLevel(WireValues.level(after.peak()));
        alert.setSubject(WireValues.present(after.subject()));
        alert.setDomains(alerted.domains());
        alert.setOpenedAt(Instant.ofEpochMilli(after.openedAtMs()));
        alert.setClassified(after.isClassified());
        alert.setLeadDays(alerted.leadDays());
        describe(alert, assessment);
        alert.setEvidence(WireValues.evidence(change.evidence().cited()));
        alert.setEvidenceCount(change.evidence().count());
        alert.setTextZh(AlertWording.zh(change, assessment));
        alert.setTextEn(AlertWording.en(change, assessment));
        return alert;
    }

    private static void describe(Alert alert, Assessment assessment) {
        Profile profile = assessment.profile();
        if (profile != null) {
            alert.setEntityName(profile.name());
            alert.setEntityKind(profile.kind());
            alert.setDivision(profile.division());
            alert.setGrid(profile.grid());
        }
        alert.setStandings(WireValues.standings(assessment));
        alert.setContributions(WireValues.contributions(assessment.contributions()));
        alert.setDirectRules(WireValues.directRules(assessment.direct()));
        alert.setChanges(WireValues.changes(assessment.changes()));
        alert.setForecast(WireValues.forecast(assessment.forecast()));
        alert.setWaysDown(WireValues.waysDown(assessment.waysDown()));
        alert.setCatalogueVersion(assessment.catalogueVersion());
    }

    private static Alert cut(Alert whole, Cut cut) {
        Alert alert = Alert.newBuilder(whole).build();
        alert.setContributions(cut.of(whole.getContributions()));
        alert.setEvidence(cut.first(whole.getEvidence(), cut.evidence()));
        alert.setChanges(cut.first(whole.getChanges(), cut.contributions()));
        alert.setForecast(cut.first(whole.getForecast(), cut.contributions()));
        alert.setTextZh(cut.of(whole.getTextZh()));
        alert.setTextEn(cut.of(whole.getTextEn()));
        alert.setTruncated(true);
        return alert;
    }

    private static Signal signal(AlertChange change) {
        return switch (change.after().phase()) {
            case FIRING -> Signal.FIRING;
            case EASED -> Signal.EASED;
            case CLEARED -> Signal.CLEARED;
            case WITHDRAWN -> Signal.WITHDRAWN;
            case PENDING -> throw new IllegalStateException("an alert that is not yet raised says nothing");
        };
    }

    private static Transition transition(dev.forewarn.core.alert.Transition transition) {
        return switch (transition) {
            case RAISED -> Transition.RAISED;
            case ESCALATED -> Transition.ESCALATED;
            case EASED -> Transition.EASED;
            case CLASSIFIED -> Transition.CLASSIFIED;
            case CLEARED -> Transition.CLEARED;
            case WITHDRAWN -> Transition.WITHDRAWN;
            case RESUMED -> Transition.RESUMED;
            case HANDLED -> Transition.HANDLED;
            case OVERDUE -> Transition.OVERDUE;
            case UNHANDLED -> Transition.UNHANDLED;
            case UNSUPPRESSED -> Transition.UNSUPPRESSED;
        };
    }

    private static RuleKind kind(Output.AlertKind kind) {
        return switch (kind) {
            case CROSSING -> RuleKind.CROSSING;
            case TRIGGER -> RuleKind.TRIGGER;
            case CONDITION -> RuleKind.CONDITION;
            case PROJECTION -> RuleKind.PROJECTION;
        };
    }

    private static Family family(dev.forewarn.core.alert.Family family) {
        return switch (family) {
            case LEAD -> Family.LEAD;
            case REMINDER -> Family.REMINDER;
        };
    }
}
