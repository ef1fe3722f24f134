package dev.forewarn.console;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Cause;
import dev.forewarn.avro.Contribution;
import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Evidence;
import dev.forewarn.avro.Family;
import dev.forewarn.avro.Handling;
import dev.forewarn.avro.Level;
import dev.forewarn.avro.RuleKind;
import dev.forewarn.avro.Signal;
import dev.forewarn.avro.Standing;
import dev.forewarn.avro.Transition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Messages as the engine would send them, small, each complete. */
public final class Samples {

    public static final Instant AT = Instant.parse("2026-03-02T01:30:00Z");

    private Samples() {}

    /** A red alert of a pharmacy, just raised. */
    public static Alert.Builder alert(String id, int revision) {
        return Alert.newBuilder()
                .setEntityId("E-" + id)
                .setAlertId(id)
                .setRevision(revision)
                .setAt(AT.plusSeconds(revision))
                .setTransition(revision == 1 ? Transition.RAISED : Transition.HANDLED)
                .setCause(Cause.EVENT)
                .setSignal(Signal.FIRING)
                .setHandling(revision == 1 ? Handling.NEW : Handling.ACCEPTED)
                .setRule("T06")
                .setRuleNameZh("飞行检查严重缺陷")
                .setRuleNameEn("critical defect at an unannounced inspection")
                .setKind(RuleKind.TRIGGER)
                .setFamily(Family.LEAD)
                .setLevel(Level.RED)
                .setPeakLevel(Level.RED)
                .setSubject("INS-1")
                .setDomains(List.of("drug"))
                .setEntityName("康宁大药房 Kangning Pharmacy")
                .setEntityKind("drug-retail")
                .setDivision("360602")
                .setGrid("G-3")
                .setOpenedAt(AT)
                .setClassified(false)
                .setLeadDays(29)
                .setStandings(List.of(standing()))
                .setContributions(List.of(contribution()))
                .setEvidence(List.of(evidence()))
                .setEvidenceCount(1)
                .setCatalogueVersion("ffce7c98dedf830a")
                .setTextZh("【红色】康宁大药房")
                .setTextEn("RED: Kangning Pharmacy")
                .setDueAt(AT.plusSeconds(7200))
                .setPossibleSteps(List.of("accept", "return", "comment", "contest"));
    }

    public static Standing standing() {
        return Standing.newBuilder()
                .setDomain("drug")
                .setScheme("drug")
                .setScore(60)
                .setScale(100)
                .setClass$("D")
                .setFusedClass("D")
                .setBaselineClass("A")
                .setFusionMode("worst")
                .build();
    }

    public static Contribution contribution() {
        return Contribution.newBuilder()
                .setDomain("drug")
                .setIndicator("DR.D1")
                .setNameZh("严重缺陷")
                .setNameEn("critical defects at the newest inspection")
                .setPoints(60)
                .setContribution(60)
                .setDropsOn(LocalDate.parse("2027-03-02"))
                .setEvidence(List.of(evidence()))
                .build();
    }

    public static Evidence evidence() {
        return Evidence.newBuilder()
                .setType("inspection.completed")
                .setSource("inspection")
                .setRecordKey("INS-1")
                .setRevision(0)
                .setOccurredAt(AT.minusSeconds(3600))
                .setRecordedAt(AT)
                .build();
    }

    public static Assessment.Builder assessment(String entityId, Instant at) {
        return Assessment.newBuilder()
                .setEntityId(entityId)
                .setAt(at)
                .setDay(LocalDate.parse("2026-03-02"))
                .setCause(Cause.EVENT)
                .setRegistered(true)
                .setEntityName("康宁大药房 Kangning Pharmacy")
                .setDivision("360602")
                .setGrid("G-3")
                .setHeadlineClass("D")
                .setStandings(List.of(standing()))
                .setContributions(List.of(contribution()))
                .setFacts(1)
                .setSaturated(false)
                .setCatalogueVersion("ffce7c98dedf830a")
                .setTextZh("")
                .setTextEn("");
    }

    public static Event.Builder event(String entityId, String key) {
        return Event.newBuilder()
                .setEntityId(entityId)
                .setRecordedAt(AT)
                .setType("inspection.completed")
                .setEventId("e-" + key)
                .setRecordKey(key)
                .setOccurredAt(AT.minusSeconds(3600))
                .setSource("inspection")
                .setDomains(List.of("drug"))
                .setAttributes(Map.of("critical", "1"));
    }

    public static Disposal.Builder disposal(String alertId, int revision, String step) {
        return Disposal.newBuilder()
                .setEntityId("E-" + alertId)
                .setRecordedAt(AT)
                .setAlertId(alertId)
                .setAlertRevision(revision)
                .setStep(step)
                .setActorIdHash("5eed")
                .setActorUnit("centre")
                .setActorRole("monitor")
                .setAt(AT);
    }
}
