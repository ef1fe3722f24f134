package dev.forewarn.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Cause;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Op;
import dev.forewarn.avro.Standing;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.plan.Visits.Found;
import dev.forewarn.cli.plan.Visits.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstalledCityTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final VisitRule RULE = new VisitRule("inspection.completed", "result", Set.of("problem"));

    private static byte[] assessment(String id, String status, String general, String drug, long atMs) {
        return Wire.encode(Assessment.newBuilder()
                .setEntityId(id)
                .setAt(NOON.plusMillis(atMs))
                .setDay(LocalDate.of(2026, 5, 4))
                .setCause(Cause.EVENT)
                .setRegistered(!status.isEmpty())
                .setStatus(status)
                .setHeadlineClass(drug)
                .setStandings(List.of(standing("general", general), standing("drug", drug)))
                .setFacts(1)
                .setSaturated(false)
                .setCatalogueVersion("abc")
                .setTextZh("")
                .setTextEn("")
                .build());
    }

    private static Standing standing(String domain, String label) {
        return Standing.newBuilder()
                .setDomain(domain)
                .setScheme(domain)
                .setScore(1)
                .setScale(100)
                .setClass$(label)
                .setFusedClass(label)
                .setFusionMode("none")
                .build();
    }

    private static byte[] visit(String id, String key, int revision, Op op, String result, String at) {
        return Wire.encode(Event.newBuilder()
                .setEntityId(id)
                .setRecordedAt(NOON)
                .setType("inspection.completed")
                .setEventId(key + revision)
                .setRecordKey(key)
                .setRevision(revision)
                .setOp(op)
                .setOccurredAt(Instant.parse(at))
                .setSource("inspections")
                .setAttributes(result.isEmpty() ? Map.of() : Map.of("result", result))
                .build());
    }

    @Test
    void theNewestAssessmentOfWhoIsOpenCounts() {
        InstalledCity city = new InstalledCity();
        city.add("a", assessment("a", "active", "A", "B", 0));
        city.add("a", assessment("a", "active", "A", "D", 5));
        city.add("b", assessment("b", "revoked", "A", "B", 0));
        city.add("c", assessment("c", "", "A", "B", 0));
        city.add("d", assessment("d", "active", "A", "B", 0));
        city.add("d", null);
        city.add("e", new byte[] {1, 2, 3});

        InstalledCity.Frame frame = city.frame(null, Set.of("revoked"));
        assertThat(frame.businesses())
                .extracting(Business::entityId, Business::headline)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("a", "D"));
        assertThat(frame.leftOut()).isEqualTo(2);
        assertThat(frame.at()).isEqualTo(NOON.plusMillis(5));
        assertThat(frame.catalogues()).isEqualTo(Map.of("abc", 1));
        assertThat(city.frame("general", Set.of("revoked")).businesses())
                .extracting(Business::headline)
                .containsExactly("A");
        assertThat(city.frame("food-sale", Set.of()).businesses()).isEmpty();
    }

    @Test
    void ofEachVisitTheWinningVersionCountsOnItsDayInTheZone() {
        VisitLog log = new VisitLog(RULE, ZoneId.of("Asia/Shanghai"));
        log.add(visit("a", "1", 1, Op.ASSERT, "problem", "2026-04-30T17:00:00Z"));
        log.add(visit("a", "1", 0, Op.ASSERT, "pass", "2026-04-30T17:00:00Z"));
        log.add(visit("a", "2", 0, Op.ASSERT, "pass", "2026-04-02T01:00:00Z"));
        log.add(visit("a", "3", 0, Op.ASSERT, "problem", "2026-04-03T01:00:00Z"));
        log.add(visit("a", "3", 1, Op.RETRACT, "problem", "2026-04-03T01:00:00Z"));
        log.add(visit("b", "4", 0, Op.ASSERT, "", "2026-04-03T01:00:00Z"));
        log.add(new byte[] {1, 2});

        Map<String, Visits> visits = log.byBusiness();
        assertThat(visits.getOrDefault("a", Visits.NONE).all())
                .containsExactlyInAnyOrder(
                        new Visit(LocalDate.of(2026, 5, 1), Found.PROBLEM),
                        new Visit(LocalDate.of(2026, 4, 2), Found.NOTHING));
        assertThat(visits.getOrDefault("b", Visits.NONE).found()).isEqualTo(Found.UNTOLD);
    }
}
