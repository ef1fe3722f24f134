package dev.forewarn.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Seven businesses of the city, always the same, that drift into trouble within a minute of today; for some of them the
 * trouble is taken back or put right.
 */
public final class SmallCity {

    /** Years whose annual reports the shipped catalogue asks for begin with this one. */
    private static final int FIRST_REPORT = 2025;

    private static final String[] SIZES = {"micro", "small", "medium", "large"};
    private static final Duration LENGTH = Duration.ofSeconds(60);

    private final List<Timed> events = new ArrayList<>();
    private final int year;

    private SmallCity(int year) {
        this.year = year;
    }

    /** An event and when, after the start, it is sent. */
    record Timed(Duration at, Draft draft) {}

    /**
     * The events of the minute, in order.
     *
     * @param year the present one: the annual report of the year before has been filed
     */
    static List<Timed> build(int year) {
        SmallCity city = new SmallCity(year);
        city.pharmacy();
        city.drugMaker();
        city.deviceTrader();
        city.restaurant();
        city.runaway();
        city.lateReporter();
        city.mall();
        city.events.sort(Comparator.comparing(Timed::at));
        return city.events;
    }

    /** A pharmacy with a critical defect, then failed samples, then a penalty: its class worsens step by step. */
    private void pharmacy() {
        String code = Codes.of(1);
        register(code, "康宁大药房 Kangning Pharmacy", 1, "drug");
        at(
                8_000,
                new Draft(code, "inspection.completed", "INS-2026-0107")
                        .in("drug")
                        .with("kind", "unannounced")
                        .with("checklist", "gsp")
                        .with("result", "problem")
                        .with("critical", 1)
                        .with("major", 4));
        at(
                9_000,
                new Draft(code, "rectification.ordered", "RO-2026-0107")
                        .in("drug")
                        .about("RO-2026-0107")
                        .ago(Duration.ofDays(20))
                        .due(Duration.ofDays(-2)));
        at(
                22_000,
                new Draft(code, "sample.tested", "S-2026-3311")
                        .in("drug")
                        .about("batch 240911")
                        .with("field", "drug")
                        .with("result", "failed")
                        .with("item", "content")
                        .with("safety_item", "false"));
        at(
                34_000,
                new Draft(code, "penalty.decided", "P-2026-0815")
                        .in("drug")
                        .with("procedure", "ordinary")
                        .with("violation", "V-17")
                        .fined(60_000));
        at(
                46_000,
                new Draft(code, "penalty.decided", "P-2026-0816")
                        .in("drug")
                        .with("procedure", "ordinary")
                        .with("violation", "V-17")
                        .fined(200_000));
    }

    /** A recall that begins in class 3 and turns out to be class 1: one alert that escalates. */
    private void drugMaker() {
        String code = Codes.of(2);
        register(code, "和山制药 Heshan Pharmaceutical", 2, "drug");
        at(
                12_000,
                new Draft(code, "recall.announced", "R-2026-09/1")
                        .in("drug")
                        .about("R-2026-09")
                        .with("class", "3")
                        .with("field", "drug")
                        .with("product", "tablets 100 mg"));
        at(
                15_000,
                new Draft(code, "recall.announced", "R-2026-09/2")
                        .in("drug")
                        .about("R-2026-09")
                        .with("class", "3")
                        .with("field", "drug")
                        .with("product", "tablets 300 mg"));
        at(
                28_000,
                new Draft(code, "recall.announced", "R-2026-09/3")
                        .in("drug")
                        .about("R-2026-09")
                        .with("class", "1")
                        .with("field", "drug")
                        .with("product", "injection"));
    }

    /** A failed sample that the re-test overturns: the alert is withdrawn, not cleared. */
    private void deviceTrader() {
        String code = Codes.of(3);
        register(code, "明视医疗器械 Mingshi Devices", 2, "medical-device");
        at(
                14_000,
                new Draft(code, "sample.tested", "S-2026-4402")
                        .in("medical-device")
                        .about("lot M77")
                        .with("field", "medical-device")
                        .with("result", "failed")
                        .with("item", "sterility")
                        .with("safety_item", "false"));
        at(
                40_000,
                new Draft(code, "sample.tested", "S-2026-4402")
                        .in("medical-device")
                        .about("lot M77")
                        .with("field", "medical-device")
                        .with("result", "failed")
                        .with("item", "sterility")
                        .with("safety_item", "false")
                        .retracted());
    }

    /** Tip-offs, an abnormal listing and penalties: several weak signs that add up. */
    private void restaurant() {
        String code = Codes.of(4);
        register(code, "江边饭店 Riverside Restaurant", 1, "catering");
        at(
                0,
                new Draft(code, "licence.granted", "JY-3606990004")
                        .in("catering")
                        .about("JY-3606990004")
                        .with("field", "catering")
                        .with("category", "medium")
                        .ago(Duration.ofDays(700)));
        at(10_000, new Draft(code, "tip-off.filed", "T-2026-0001").in("catering"));
        at(
                18_000,
                new Draft(code, "abnormal.listed", "A-2026-0033")
                        .about("A-2026-0033")
                        .with("reason", "unreachable"));
        at(30_000, new Draft(code, "tip-off.confirmed", "T-2026-0001").in("catering"));
        at(
                38_000,
                new Draft(code, "penalty.decided", "P-2026-0901")
                        .in("catering")
                        .with("procedure", "ordinary")
                        .with("violation", "V-03")
                        .fined(80_000));
    }

    /** Put on the serious-violation list: red at once. */
    private void runaway() {
        String code = Codes.of(5);
        register(code, "优学培训 Youxue Training", 2, "general");
        at(
                26_000,
                new Draft(code, "serious.listed", "SV-2026-0004")
                        .about("SV-2026-0004")
                        .with("reason", "prepaid cards"));
    }

    /** No report, so listed; removed once it is filed: the score falls back, and the class with it. */
    private void lateReporter() {
        String code = Codes.of(6);
        registerOnly(code, "东门建材 Dongmen Materials", 2, "general");
        at(
                16_000,
                new Draft(code, "abnormal.listed", "A-2026-0034")
                        .about("A-2026-0034")
                        .with("reason", "annual-report"));
        at(42_000, report(code));
        at(44_000, new Draft(code, "abnormal.removed", "AR-2026-0034").about("A-2026-0034"));
    }

    /** Passengers are trapped twice in the same lift, whose inspection is overdue. */
    private void mall() {
        String code = Codes.of(7);
        register(code, "中心商场 Central Mall", 3, "special-equipment");
        at(
                0,
                new Draft(code, "equipment.registered", "LIFT-7-02")
                        .in("special-equipment")
                        .about("LIFT-7-02")
                        .with("class", "lift")
                        .with("public_place", "true")
                        .ago(Duration.ofDays(4_000))
                        .due(Duration.ofDays(-12)));
        at(
                20_000,
                new Draft(code, "equipment.passenger-trapped", "SE-2026-0101")
                        .in("special-equipment")
                        .about("LIFT-7-02"));
        at(
                36_000,
                new Draft(code, "equipment.passenger-trapped", "SE-2026-0117")
                        .in("special-equipment")
                        .about("LIFT-7-02"));
    }

    private void register(String code, String name, int size, String domain) {
        // The report first: else it is missed for an instant, and an alert says so.
        at(0, report(code));
        registerOnly(code, name, size, domain);
    }

    private void registerOnly(String code, String name, int size, String domain) {
        Draft profile = new Draft(code, "entity.profile", code)
                .named(name)
                .with("kind", "enterprise")
                .with("status", "active")
                .with("size", SIZES[size - 1])
                .ago(Duration.ofDays(2_000));
        at(0, domain.equals("general") ? profile : profile.in(domain));
    }

    /** The annual report that was due last. */
    private Draft report(String code) {
        String reported = Integer.toString(Math.max(FIRST_REPORT, year - 1));
        return new Draft(code, "annual-report.filed", reported).about(reported);
    }

    private void at(long ms, Draft draft) {
        if (ms > LENGTH.toMillis()) {
            throw new IllegalArgumentException("the city lives for a minute; got " + ms + " ms");
        }
        events.add(new Timed(Duration.ofMillis(ms), draft));
    }
}
