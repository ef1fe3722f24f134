package dev.forewarn.engine.operator;

import static dev.forewarn.engine.operator.AssessHarness.classes;
import static dev.forewarn.engine.operator.AssessHarness.settings;
import static dev.forewarn.engine.timeline.Messages.ENTITY;
import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Origin;
import dev.forewarn.avro.Standing;
import dev.forewarn.avro.Wire;
import dev.forewarn.engine.timeline.Messages;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The official platform's classes on the log: ours of that month are published again, with what they differ by. */
class OfficialClassTest {

    private static final long NOON = at("2026-03-10T12:00");
    private static final long LATER = at("2026-04-05T09:00");

    private static byte[] official(long recordedAtMs, String month, Origin origin, String label) {
        return Wire.encode(MonthlyClass.newBuilder()
                .setEntityId(ENTITY)
                .setRecordedAt(Instant.ofEpochMilli(recordedAtMs))
                .setMonth(month)
                .setOrigin(origin)
                .setStandings(List.of(Standing.newBuilder()
                        .setDomain("general")
                        .setScheme("general")
                        .setScore(0)
                        .setScale(1000)
                        .setClass$(label)
                        .setFusedClass(label)
                        .setFusionMode("none")
                        .build()))
                .setHeadlineClass(label)
                .setCatalogueVersion("")
                .build());
    }

    @Test
    void classOfThePlatformIsReconciledWithOurs() throws Exception {
        try (AssessHarness entity = AssessHarness.start(settings())) {
            entity.read(ENTITY, NOON, Messages.penalty(ENTITY, NOON));
            entity.time(at("2026-04-01T00:01"));
            entity.results();

            entity.read(ENTITY, LATER, official(LATER, "2026-03", Origin.PLATFORM, "A"));
            List<MonthlyClass> again = classes(entity.results());
            assertThat(again).extracting(one -> one.getMonth()).containsExactly("2026-03");
            Standing standing = again.get(0).getStandings().get(0);
            assertThat(standing.getFusedClass()).isEqualTo("B");
            assertThat(standing.getPlatformClass()).isEqualTo("A");
            assertThat(standing.getDifference()).isEqualTo(1);
            assertThat(standing.getDifferenceReason()).isEqualTo("unexplained");
            assertThat(again.get(0).getBaseline()).isEqualTo("own");

            entity.read(ENTITY, LATER, official(LATER, "2026-03", Origin.PLATFORM, "A"));
            assertThat(classes(entity.results())).as("the same once more").isEmpty();
        }
    }

    @Test
    void factThatCameLateExplainsTheDifference() throws Exception {
        try (AssessHarness entity = AssessHarness.start(settings())) {
            entity.read(ENTITY, NOON, Messages.penalty(ENTITY, NOON));
            entity.time(at("2026-04-01T00:01"));
            entity.read(
                    ENTITY,
                    LATER,
                    Messages.event(
                            ENTITY,
                            LATER,
                            event -> event.setType("penalty.decided")
                                    .setEventId("late")
                                    .setOccurredAt(Instant.ofEpochMilli(NOON))));
            entity.results();

            entity.read(ENTITY, LATER, official(LATER, "2026-03", Origin.PLATFORM, "C"));
            Standing standing = classes(entity.results()).get(0).getStandings().get(0);
            assertThat(standing.getDifference()).isEqualTo(-1);
            assertThat(standing.getDifferenceReason()).isEqualTo("late-facts");
        }
    }

    @Test
    void classThatBreaksTheContractIsAReject() throws Exception {
        try (AssessHarness entity = AssessHarness.start(settings())) {
            entity.read(ENTITY, NOON, official(NOON, "March", Origin.PLATFORM, "A"));
            entity.read(ENTITY, NOON, official(NOON, "2026-02", Origin.ENGINE, "A"));
            entity.read(ENTITY, NOON, official(NOON, "2026-02", Origin.PLATFORM, ""));
            assertThat(entity.rejects()).hasSize(3);
            assertThat(entity.dossiers()).isZero();
        }
    }
}
