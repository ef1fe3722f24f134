package dev.forewarn.avro;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** One record of each kind with every field filled, so that a field which does not survive the wire is noticed. */
final class Samples {

    static final String ENTITY = "91310000MA1FL0AB2X";
    static final Instant RECORDED = Instant.parse("2026-03-01T02:00:00.123Z");
    private static final Instant OCCURRED = Instant.parse("2026-02-28T16:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private Samples() {}

    static SpecificRecord of(RecordKind kind) {
        return switch (kind) {
            case EVENT -> event();
            case DISPOSAL -> disposal();
            case TICK -> Tick.newBuilder().setAt(RECORDED).build();
            case ASSESSMENT -> assessment();
            case ALERT -> alert();
            case MONTHLY_CLASS -> monthlyClass();
            case REJECT -> reject();
            case VERDICT -> verdict();
            case SOURCE_STATE -> sourceState();
        };
    }

    static Event event() {
        return Event.newBuilder(smallEvent())
                .setRecordKey("沪市监处罚〔2026〕12号")
                .setRevision(-1)
                .setOp(Op.RETRACT)
                .setEntityName("上海某某大药房")
                .setDomains(List.of("drug", "medical-device"))
                .setDueAt(OCCURRED.plusSeconds(60))
                .setEndedAt(OCCURRED.plusSeconds(120))
                .setDivision("310115")
                .setGrid("310115-07")
                .setSeverity("serious")
                .setAmount(5_000_000L)
                .setSubject("batch 20260101")
                .setAttributes(Map.of("procedure", "ordinary"))
                .setNumbers(Map.of("temperature_c", -18.5))
                .build();
    }

    /** An event with nothing but what it must say. */
    static Event smallEvent() {
        return Event.newBuilder()
                .setEntityId(ENTITY)
                .setRecordedAt(RECORDED)
                .setType("penalty.decided")
                .setEventId("e-1")
                .setOccurredAt(OCCURRED)
                .setSource("penalties")
                .build();
    }

    private static Disposal disposal() {
        return Disposal.newBuilder()
                .setEntityId(ENTITY)
                .setRecordedAt(RECORDED)
                .setAlertId("a1")
                .setAlertRevision(2)
                .setStep("feedback")
                .setActorIdHash("0f3a")
                .setActorUnit("浦东新区市场监管局")
                .setActorRole("inspector")
                .setOutcome("violation-found")
                .setComment("已责令改正")
                .setUntil(RECORDED.plusSeconds(3600))
                .setAt(RECORDED)
                .setCaseNumber("C-2026-7")
                .setToUnit("food team")
                .build();
    }

    private static Alert alert() {
        return Alert.newBuilder()
                .setEntityId(ENTITY)
                .setAlertId("a1")
                .setRevision(3)
                .setAt(RECORDED)
                .setTransition(Transition.CLEARED)
                .setCause(Cause.TIME)
                .setClearReason("expiry")
                .setSignal(Signal.CLEARED)
                .setHandling(Handling.FED_BACK)
                .setRule("T05")
                .setRuleNameZh("药品召回")
                .setRuleNameEn("drug recall")
                .setKind(RuleKind.TRIGGER)
                .setFamily(Family.LEAD)
                .setLevel(Level.YELLOW)
                .setPeakLevel(Level.RED)
                .setSubject("batch 20260101")
                .setDomains(List.of("drug"))
                .setEntityName("上海某某大药房")
                .setEntityKind("drug-retail")
                .setDivision("310115")
                .setGrid("310115-07")
                .setOpenedAt(OCCURRED)
                .setClassified(true)
                .setLeadDays(31)
                .setStandings(List.of(standing()))
                .setContributions(List.of(contribution()))
                .setEvidence(List.of(evidence()))
                .setEvidenceCount(17)
                .setCatalogueVersion("c0ffee")
                .setTextZh("药品召回，三级预警。")
                .setTextEn("Drug recall, level yellow.")
                .setTruncated(true)
                .setDirectRules(List.of(directRule()))
                .setChanges(List.of(change()))
                .setForecast(List.of(forecastStep()))
                .setWaysDown(List.of(wayDown()))
                .setDueAt(RECORDED.plusSeconds(7200))
                .setMissedDeadlines(1)
                .setAddressee("team leader")
                .setUnit("drug team")
                .setOutcome("case-filed")
                .setCaseNumber("C-2026-7")
                .setSuppressedUntil(RECORDED.plusSeconds(86_400))
                .setPossibleSteps(List.of("review"))
                .setStep(new StepTaken("feedback", "0f3a", "drug team", "inspector", "已责令改正", RECORDED))
                .build();
    }

    private static Assessment assessment() {
        OpenAlert open = OpenAlert.newBuilder()
                .setAlertId("a1")
                .setRule("T05")
                .setLevel(Level.ORANGE)
                .setSubject("batch 20260101")
                .build();
        return Assessment.newBuilder()
                .setEntityId(ENTITY)
                .setAt(RECORDED)
                .setDay(DAY)
                .setCause(Cause.EVENT)
                .setRegistered(true)
                .setEntityName("上海某某大药房")
                .setEntityKind("drug-retail")
                .setStatus("open")
                .setDivision("310115")
                .setGrid("310115-07")
                .setCodeValid(true)
                .setHeadlineClass("C")
                .setStandings(List.of(standing()))
                .setContributions(List.of(contribution()))
                .setOpenAlerts(List.of(open))
                .setNextChange(DAY.plusDays(30))
                .setFacts(12)
                .setSaturated(true)
                .setWarmingUpUntil(DAY.plusDays(365))
                .setCatalogueVersion("c0ffee")
                .setTextZh("风险升高。")
                .setTextEn("Risk has risen.")
                .setTruncated(true)
                .setDirectRules(List.of(directRule()))
                .setChanges(List.of(change()))
                .setForecast(List.of(forecastStep()))
                .setWaysDown(List.of(wayDown()))
                .setSources(List.of(staleSource()))
                .build();
    }

    private static MonthlyClass monthlyClass() {
        return MonthlyClass.newBuilder()
                .setEntityId(ENTITY)
                .setRecordedAt(RECORDED)
                .setMonth("2026-02")
                .setOrigin(Origin.ENGINE)
                .setStandings(List.of(standing()))
                .setHeadlineClass("B")
                .setEntityName("上海某某大药房")
                .setDivision("310115")
                .setGrid("310115-07")
                .setCatalogueVersion("c0ffee")
                .setBaseline("platform")
                .build();
    }

    private static SourceState sourceState() {
        return SourceState.newBuilder()
                .setSource("court")
                .setAt(RECORDED)
                .setSilentSince(DAY)
                .setNewestDay(DAY.minusDays(3))
                .build();
    }

    private static StaleSource staleSource() {
        return StaleSource.newBuilder()
                .setSource("court")
                .setNameZh("法院")
                .setNameEn("court")
                .setSilentSince(DAY)
                .setNewestDay(DAY.minusDays(3))
                .build();
    }

    private static Verdict verdict() {
        return Verdict.newBuilder()
                .setStage("live")
                .setVersion("ab".repeat(32))
                .setPublishedAt(RECORDED)
                .setAccepted(false)
                .setReason("not-approved")
                .setDetail("the author of a catalogue does not approve it")
                .setAuthor("li")
                .setApprover("wang")
                .setComment("新办法")
                .setEffectiveAt(RECORDED)
                .setPreviousVersion("cd".repeat(32))
                .setOffset(7L)
                .setAllowedWorse(500)
                .setEntities(100L)
                .setWorse(90L)
                .setBetter(1L)
                .build();
    }

    private static Reject reject() {
        return Reject.newBuilder()
                .setReason("malformed")
                .setDetail("a length lies in [0, 3], the bytes left; got 9 at byte 12")
                .setTopic("forewarn.events.v1")
                .setPartition(3)
                .setOffset(1L << 40)
                .setAppendedAt(RECORDED)
                .setKey(ByteBuffer.wrap(new byte[] {1, 2}))
                .setEntityId(ENTITY)
                .setInput(ByteBuffer.wrap(new byte[] {3, 4, 5}))
                .setInputLength(3)
                .setInputSha256("ab".repeat(32))
                .build();
    }

    private static Standing standing() {
        return Standing.newBuilder()
                .setDomain("drug")
                .setScheme("drug-v1")
                .setScore(612)
                .setScale(1000)
                .setClass$("C")
                .setFusedClass("C")
                .setBaselineClass("B")
                .setFusionMode("matrix")
                .setScoreClass("B")
                .setFusedByMode(java.util.Map.of("worst", "D"))
                .setMonthEndClass("B")
                .setPlatformClass("B")
                .setDifference(1)
                .setDifferenceReason("late-facts")
                .build();
    }

    private static Contribution contribution() {
        return Contribution.newBuilder()
                .setDomain("drug")
                .setIndicator("DR.D9")
                .setNameZh("召回次数")
                .setNameEn("recalls")
                .setValueE4(20_000L)
                .setPoints(180)
                .setContribution(153)
                .setDropsOn(DAY.plusYears(1))
                .setGroup("DR.D")
                .setEvidence(List.of(evidence()))
                .build();
    }

    private static DirectRule directRule() {
        return DirectRule.newBuilder()
                .setDomain("general")
                .setRule("DJ7")
                .setNameZh("列入经营异常名录")
                .setNameEn("on the abnormal list")
                .setEffect("floor C")
                .setBasis("proposed")
                .build();
    }

    private static Change change() {
        return Change.newBuilder()
                .setDomain("drug")
                .setIndicator("DR.D9")
                .setBefore(20)
                .setNow(153)
                .build();
    }

    private static ForecastStep forecastStep() {
        return ForecastStep.newBuilder()
                .setDay(DAY.plusDays(30))
                .setDomain("drug")
                .setScore(41)
                .setClass$("B")
                .setBecause(List.of("DR.D9"))
                .build();
    }

    private static WayDown wayDown() {
        return WayDown.newBuilder()
                .setDomain("drug")
                .setIds(List.of("DR.D9"))
                .setClass$("B")
                .build();
    }

    private static Evidence evidence() {
        return Evidence.newBuilder()
                .setType("recall.published")
                .setSource("recalls")
                .setRecordKey("R-1")
                .setRevision(1)
                .setOccurredAt(OCCURRED)
                .setRecordedAt(RECORDED)
                .build();
    }
}
