package dev.forewarn.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Origin;
import dev.forewarn.avro.Standing;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.engine.catalogue.CatalogueReader;
import dev.forewarn.engine.wire.LogReading;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.MonthlyClassEncoding;
import dev.forewarn.engine.wire.Provenance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonthCheckTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private static final Catalogue CATALOGUE = catalogue("""
            measures: {penalty: {on: penalty.decided}}
            scheme: general
            name: g
            classes: [{class: A, below: 250}, {class: B}]
            indicators: {P: {name: p, read: count(penalty), window: 90d, points: {each: 300, cap: 2}}}
            """);

    private final MonthCheck check = new MonthCheck(CatalogueTimeline.of(CATALOGUE), 7);

    @Test
    void whatTheEventsGiveInOrderAgreesWithWhatTheyGiveInAnyOrder() {
        EntityLog log = log("2026-01-20T01:00:00Z", "2026-02-03T01:00:00Z", "2026-03-09T01:00:00Z");
        assertThat(check.check(log, MARCH, published(log, MARCH))).isEmpty();
        assertThat(check.check(log, MARCH.minusMonths(2), published(log, MARCH.minusMonths(2))))
                .isEmpty();
    }

    @Test
    void anotherScoreIsTold() {
        EntityLog log = log("2026-02-03T01:00:00Z", "2026-03-09T01:00:00Z");
        MonthlyClass wrong = published(log, MARCH);
        wrong.getStandings().get(0).setScore(511);
        assertThat(check.check(log, MARCH, wrong))
                .containsExactly(new MonthCheck.Difference(
                        "E",
                        "general",
                        "511 points, class B, fused B, month before B",
                        "510 points, class B, fused B, month before B"));
    }

    @Test
    void anotherBaselineIsToldThoughTheScoreIsRight() {
        EntityLog log = log("2026-02-03T01:00:00Z", "2026-03-09T01:00:00Z");
        MonthlyClass wrong = published(log, MARCH);
        wrong.getStandings().get(0).setBaselineClass("A");
        assertThat(check.check(log, MARCH, wrong))
                .singleElement()
                .satisfies(difference -> assertThat(difference.published()).endsWith("month before A"));
    }

    @Test
    void aMissingMessageAndOneTooManyAreTold() {
        EntityLog log = log("2026-03-09T01:00:00Z");
        assertThat(check.check(log, MARCH, null))
                .extracting(MonthCheck.Difference::published)
                .containsExactly("no message");
        assertThat(check.check(log, MARCH.minusMonths(1), published(log, MARCH)))
                .extracting(MonthCheck.Difference::recomputed)
                .containsExactly("not classified");
        assertThat(check.check(log, MARCH.minusMonths(1), null)).isEmpty();
    }

    @Test
    void anEventThatCameBehindALaterOneWasKnownOnlyWithThat() {
        EntityLog log = log("2026-02-03T01:00:00Z", "2026-04-02T01:00:00Z", "2026-03-09T01:00:00Z");
        assertThat(log.steps()).hasSize(3);
        assertThat(log.stepsBefore(check.endOf(MARCH))).hasSize(1);
        assertThat(check.check(log, MARCH, published(log, MARCH))).isEmpty();
    }

    @Test
    void aBusinessThatThePlatformHasClassifiedIsTakenInTheOrderOfItsLog() {
        EntityLog log = log("2026-01-20T01:00:00Z", "2026-02-03T01:00:00Z");
        log.add(onLog(official("2026-03-02T01:00:00Z")));
        assertThat(log.hasOrder()).isTrue();
        assertThat(log.steps()).hasSize(3);
        assertThat(check.check(log, MARCH, published(log, MARCH))).isEmpty();
        assertThat(check.check(log, MARCH.minusMonths(1), published(log, MARCH.minusMonths(1))))
                .isEmpty();
    }

    private static byte[] official(String recorded) {
        return Wire.encode(MonthlyClass.newBuilder()
                .setEntityId("E")
                .setRecordedAt(Instant.parse(recorded))
                .setMonth("2026-02")
                .setOrigin(Origin.PLATFORM)
                .setHeadlineClass("A")
                .setCatalogueVersion("")
                .setStandings(List.of(Standing.newBuilder()
                        .setDomain("general")
                        .setScheme("general")
                        .setScore(0)
                        .setScale(1000)
                        .setClass$("A")
                        .setFusedClass("A")
                        .setFusionMode("none")
                        .build()))
                .build());
    }

    /** The class as the job takes it: event by event in the order of the log. */
    private static MonthlyClass published(EntityLog log, YearMonth month) {
        Playback playback = new Playback(new EntityStep(CatalogueTimeline.of(CATALOGUE)), "E");
        log.steps().forEach(known -> known.accept(playback));
        playback.rollTo(Instant.parse("2026-05-01T00:00:00Z").toEpochMilli());
        byte[] message = playback.months().stream()
                .filter(closed -> closed.month() == 12 * month.getYear() + month.getMonthValue() - 1)
                .map(closed -> MonthlyClassEncoding.encode(closed).value())
                .findFirst()
                .orElseThrow();
        return ((Decoded.Value<MonthlyClass>) Wire.decode(message, MonthlyClass.class)).value();
    }

    private static LogRecord onLog(byte[] message) {
        byte[] key = "E".getBytes(StandardCharsets.UTF_8);
        return LogReading.read(new Provenance("log", 0, 0, null, key), message);
    }

    private static EntityLog log(String... recorded) {
        EntityLog log = new EntityLog("E");
        for (String at : List.of(recorded)) {
            log.add(onLog(Wire.encode(Event.newBuilder()
                    .setEntityId("E")
                    .setRecordedAt(Instant.parse(at))
                    .setType("penalty.decided")
                    .setEventId(at)
                    .setOccurredAt(Instant.parse(at).minusSeconds(3600))
                    .setSource("test")
                    .build())));
        }
        return log;
    }

    private static Catalogue catalogue(String file) {
        CatalogueReader.Result result = CatalogueReader.read(Map.of("c.yaml", file));
        assertThat(result).isInstanceOf(CatalogueReader.Read.class);
        return ((CatalogueReader.Read) result).bundle().catalogue();
    }
}
