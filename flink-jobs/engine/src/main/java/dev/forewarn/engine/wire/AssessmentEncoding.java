package dev.forewarn.engine.wire;

import dev.forewarn.avro.OpenAlert;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.alert.AlertIdentity;
import dev.forewarn.core.alert.AlertState;
import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.assess.Wording;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.event.CreditCode;
import dev.forewarn.core.fact.Profile;
import dev.forewarn.core.source.StaleSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Assessments as messages. */
public final class AssessmentEncoding {

    private static final Comparator<AlertState> HIGHEST_FIRST =
            Comparator.comparing(AlertState::level).reversed();

    private AssessmentEncoding() {}

    /** The message of an assessment all of whose sources are fresh. */
    public static Outbound encode(Output.Assessed assessed) {
        return encode(assessed, List.of());
    }

    /**
     * The message, at most {@link Limits#OUTPUT_BYTES}; explanations are cut, and marked as cut, to keep to it.
     *
     * @param stale the silent sources that it rests on
     */
    public static Outbound encode(Output.Assessed assessed, List<StaleSource> stale) {
        dev.forewarn.avro.Assessment whole = whole(assessed);
        whole.setSources(WireValues.sources(stale));
        byte[] value = Wire.encode(whole);
        for (int step = 1; value.length > Limits.OUTPUT_BYTES && step < Cut.STEPS.size(); step++) {
            value = Wire.encode(cut(whole, Cut.STEPS.get(step)));
        }
        return Outbound.of(Outbound.Channel.ASSESSMENTS, assessed.assessment().entityId(), value);
    }

    private static dev.forewarn.avro.Assessment whole(Output.Assessed assessed) {
        Assessment assessment = assessed.assessment();
        String entityId = assessment.entityId();
        dev.forewarn.avro.Assessment message = new dev.forewarn.avro.Assessment();
        message.setEntityId(entityId);
        message.setAt(Instant.ofEpochMilli(assessment.atMs()));
        message.setDay(LocalDate.ofEpochDay(assessment.day()));
        message.setCause(WireValues.cause(assessed.cause()));
        message.setCodeValid(CreditCode.isLike(entityId) ? CreditCode.isValid(entityId) : null);
        Profile profile = assessment.profile();
        message.setRegistered(profile != null);
        if (profile != null) {
            message.setEntityName(profile.name());
            message.setEntityKind(profile.kind());
            message.setStatus(profile.status());
            message.setDivision(profile.division());
            message.setGrid(profile.grid());
        }
        message.setHeadlineClass(assessment.headline());
        message.setStandings(WireValues.standings(assessment));
        message.setContributions(WireValues.contributions(assessment.contributions()));
        message.setDirectRules(WireValues.directRules(assessment.direct()));
        message.setChanges(WireValues.changes(assessment.changes()));
        message.setForecast(WireValues.forecast(assessment.forecast()));
        message.setWaysDown(WireValues.waysDown(assessment.waysDown()));
        message.setOpenAlerts(openAlerts(entityId, assessed.openAlerts()));
        message.setNextChange(WireValues.date(assessment.nextChange()));
        message.setFacts(assessment.facts());
        message.setSaturated(assessment.isSaturated());
        message.setCatalogueVersion(assessment.catalogueVersion());
        message.setTextZh(Wording.zh(assessment));
        message.setTextEn(Wording.en(assessment));
        return message;
    }

    private static List<OpenAlert> openAlerts(String entityId, List<AlertState> open) {
        return open.stream()
                .sorted(HIGHEST_FIRST)
                .map(alert -> new OpenAlert(
                        AlertIdentity.of(entityId, alert),
                        alert.ruleId(),
                        WireValues.level(alert.level()),
                        WireValues.present(alert.subject())))
                .toList();
    }

    private static dev.forewarn.avro.Assessment cut(dev.forewarn.avro.Assessment whole, Cut cut) {
        dev.forewarn.avro.Assessment message =
                dev.forewarn.avro.Assessment.newBuilder(whole).build();
        message.setContributions(cut.of(whole.getContributions()));
        message.setOpenAlerts(cut.first(whole.getOpenAlerts(), cut.alerts()));
        message.setChanges(cut.first(whole.getChanges(), cut.contributions()));
        message.setForecast(cut.first(whole.getForecast(), cut.contributions()));
        message.setTextZh(cut.of(whole.getTextZh()));
        message.setTextEn(cut.of(whole.getTextEn()));
        message.setTruncated(true);
        return message;
    }
}
