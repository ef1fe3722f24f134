package dev.forewarn.cli.count;

import static dev.forewarn.cli.count.Messages.event;
import static dev.forewarn.cli.count.Messages.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Tick;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.catalogue.Source;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogCountTest {

    private final LogCount log = new LogCount();

    @Test
    void rowThatStandsTwiceInTheSourceIsADuplicate() {
        log.add(event("A", "row 1", "case 1", "minor"));
        log.add(event("A", "row 2", "case 1", "minor"));

        assertThat(log.facts()).isEqualTo(1);
        assertThat(log.duplicates()).isEqualTo(1);
        assertThat(log.furtherVersions()).isZero();
    }

    @Test
    void otherContentOfTheSameRecordIsAFurtherVersion() {
        log.add(event("A", "row 1", "case 1", "minor"));
        log.add(event("A", "row 2", "case 1", "serious"));

        assertThat(log.facts()).isEqualTo(1);
        assertThat(log.duplicates()).isZero();
        assertThat(log.furtherVersions()).isEqualTo(1);
    }

    @Test
    void sameRecordOfTwoBusinessesIsTwoFacts() {
        log.add(event("A", "row 1", "case 1", "minor"));
        log.add(event("B", "row 2", "case 1", "minor"));

        assertThat(log.facts()).isEqualTo(2);
        assertThat(log.entities()).isEqualTo(2);
        assertThat(log.eventsByType()).isEqualTo(Map.of("penalty.decided", 2L));
    }

    @Test
    void whatIsToldOfASourceIsOfNoBusiness() {
        log.add(event("A", "row 1", "case 1", "minor"));
        log.add(event(Source.entityId("court"), "row 2", "2026-03-04", "minor"));

        assertThat(log.facts()).isEqualTo(2);
        assertThat(log.entities()).isEqualTo(1);
    }

    @Test
    void businessHasOneProfileWhateverItsMessagesCallIt() {
        log.add(profile("row 1"));
        log.add(profile("row 2"));

        assertThat(log.facts()).isEqualTo(1);
        assertThat(log.duplicates()).isEqualTo(1);
    }

    @Test
    void ticksAndRubbishAreCountedByThemselves() {
        log.add(Wire.encode(
                Tick.newBuilder().setAt(Instant.parse("2026-05-04T00:00:00Z")).build()));
        log.add(new byte[] {1, 2, 3});

        assertThat(log.messages()).isEqualTo(Map.of("Tick", 1L, "unreadable", 1L));
        assertThat(log.events()).isZero();
    }
}
