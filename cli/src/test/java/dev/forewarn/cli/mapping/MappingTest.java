package dev.forewarn.cli.mapping;

import static dev.forewarn.cli.mapping.Mappings.SMALLEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Op;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of rows. */
class MappingTest {

    @Test
    void fieldsThatAreNotMappedHaveTheDefaultsOfTheContract() throws IOException {
        assertThat(Mappings.events(Mappings.of(SMALLEST), "id,no,day\n 9 ,N1,2012-01-02\n"))
                .containsExactly(Event.newBuilder()
                        .setEntityId("9")
                        .setType("penalty.decided")
                        .setEventId("N1")
                        .setRecordKey("N1")
                        .setOccurredAt(Instant.parse("2012-01-02T00:00:00Z"))
                        .setRecordedAt(Instant.parse("2012-01-02T00:00:00Z"))
                        .setSource("court")
                        .build());
    }

    @Test
    void everyFieldCanBeMapped() throws IOException {
        String mapping = SMALLEST + """
                    record_key: =row.no + '-k'
                    revision: -1
                    op: =row.op
                    due_at: 2012-02-01
                    ended_at: "2012-03-01T08:00:00Z"
                    entity_name: =row.name
                    domains: [drug, food]
                    division: "05"
                    grid: g
                    severity: serious
                    amount: =minor_units(row.fine)
                    subject: =row.empty
                    attributes: {kind: =row.name, empty: =row.empty}
                    numbers: {fine: =number(row.fine), none: =number(row.empty), two: 2}
                """;
        Event event = Mappings.events(
                        Mappings.of(mapping), "id,no,day,op,name,fine,empty\n1,N1,2012-01-02,retract,某店,1.5,\n")
                .get(0);

        assertThat(event.getRecordKey()).isEqualTo("N1-k");
        assertThat(event.getRevision()).isEqualTo(-1);
        assertThat(event.getOp()).isEqualTo(Op.RETRACT);
        assertThat(event.getDueAt()).isEqualTo(Instant.parse("2012-02-01T00:00:00Z"));
        assertThat(event.getEndedAt()).isEqualTo(Instant.parse("2012-03-01T08:00:00Z"));
        assertThat(event.getEntityName()).isEqualTo("某店");
        assertThat(event.getDomains()).containsExactly("drug", "food");
        assertThat(event.getDivision()).isEqualTo("05");
        assertThat(event.getGrid()).isEqualTo("g");
        assertThat(event.getSeverity()).isEqualTo("serious");
        assertThat(event.getAmount()).isEqualTo(150L);
        assertThat(event.getSubject()).isNull();
        assertThat(event.getAttributes()).isEqualTo(Map.of("kind", "某店"));
        assertThat(event.getNumbers()).isEqualTo(Map.of("fine", 1.5, "two", 2.0));
    }

    @Test
    void oneRowMayGiveSeveralEventsAndWhatAnEventSaysCountsMoreThanTheDefaults() throws IOException {
        Mapping mapping = Mappings.of("""
                mapping: m
                input: {format: jsonl}
                zone: Asia/Shanghai
                defaults:
                  entity_id: =row.id
                  source: register
                  occurred_at: =date(row['on.day'])
                  recorded_at: =date(row['on.day'])
                  attributes: {a: shared, b: shared}
                events:
                  - {type: penalty.decided, event_id: =row.no, attributes: {b: own}}
                  - when: row.name != ''
                    type: entity.profile
                    event_id: =row.no + '-profile'
                    source: penalties
                    entity_name: =row.name
                """);
        List<Event> events = Mappings.events(mapping, """
                {"id": 7, "no": "A", "on": {"day": "2024-03-05"}, "name": "店"}
                {"id": 8, "no": "B", "on": {"day": "2024-03-06"}}
                """);

        assertThat(events).extracting(Event::getEventId).containsExactly("A", "A-profile", "B");
        assertThat(events).extracting(Event::getSource).containsExactly("register", "penalties", "register");
        assertThat(events.get(0).getAttributes()).isEqualTo(Map.of("a", "shared", "b", "own"));
        assertThat(events.get(1).getAttributes()).isEqualTo(Map.of("a", "shared", "b", "shared"));
        assertThat(events.get(0).getOccurredAt()).isEqualTo(Instant.parse("2024-03-04T16:00:00Z"));
    }

    @Test
    void rowIsRefusedWithAllThatIsWrongWithItAndWithoutItsGoodEvents() throws IOException {
        Mapping mapping = Mappings.of(SMALLEST + """
                    amount: =int(row.fine)
                  - entity_id: =row.id
                    type: penalty.paid
                    event_id: =row.no
                    occurred_at: =date(row.day)
                    recorded_at: 2012-01-01
                    source: court
                """);
        List<Mapped> mapped = Mappings.map(
                mapping,
                "id,no,day,fine\n,N1,02.01.2012?,x\n" + "1,N2,2012-01-04,5\n" + "x".repeat(257) + ",N3,1899-12-31,5\n");

        String noDate = "a date is written 2024-03-05, 2024/3/5, 20240305 or 2024年3月5日; got '02.01.2012?'";
        assertThat(faults(mapped.get(0)))
                .containsExactly(
                        "5:17 entity_id must have a value; got none",
                        "8:19 " + noDate,
                        "9:19 " + noDate,
                        "11:14 a number has digits only; got \"x\"",
                        "12:17 entity_id must have a value; got none",
                        "15:19 " + noDate);
        assertThat(faults(mapped.get(1)))
                .containsExactly("12:5 occurred_at lies at most a day after recorded_at 2012-01-01T00:00:00Z; got"
                        + " 2012-01-04T00:00:00Z");
        assertThat(faults(mapped.get(2)))
                .contains(
                        "5:17 entity_id has at most 256 characters; got 257",
                        "8:19 an instant lies between 1900 and 2200; got '1899-12-31T00:00:00Z'");
    }

    @Test
    void rowThatNoEventTakesIsRefusedUnlessTheMappingSkipsIt() throws IOException {
        Mapping mapping =
                Mappings.of(SMALLEST.replace("events:", "skip:\n  - {when: row.id == 'dup', reason: double}\nevents:")
                        .replace("- entity_id", "- when: row.id != 'x'\n    entity_id"));
        List<Mapped> mapped = Mappings.map(mapping, "id,no,day\nx,1,2012-01-01\ndup,2,\n1,3,2012-01-01\n");

        assertThat(faults(mapped.get(0)))
                .containsExactly("7:3 a row gives at least one event; no 'when' of the mapping holds");
        assertThat(mapped.get(1)).isEqualTo(new Mapped.Skipped("double"));
        assertThat(mapped.get(2)).isInstanceOf(Mapped.Events.class);
    }

    @Test
    void damagedRowIsRefusedAsItCame() throws IOException {
        assertThat(faults(
                        Mappings.map(Mappings.of(SMALLEST), "id,no,day\n1,2\n").get(0)))
                .containsExactly("- a row has as many columns as the header, 3; got 2");
    }

    @Test
    void eventThatTheLogCouldNotHoldIsRefused() throws IOException {
        String mapping = SMALLEST + "    attributes: {long: =row.long}\n";

        assertThat(faults(
                        Mappings.map(Mappings.of(mapping), "id,no,day,long\n1,2,2012-01-01," + "y".repeat(5_000) + "\n")
                                .get(0)))
                .containsExactly("5:5 long has at most 4096 characters; got 5000");
    }

    private static List<String> faults(Mapped mapped) {
        assertThat(mapped).isInstanceOf(Mapped.Rejected.class);
        return ((Mapped.Rejected) mapped)
                .faults().stream()
                        .map(fault -> (fault.place() == null
                                        ? "-"
                                        : fault.place().line() + ":"
                                                + fault.place().column())
                                + " " + fault.reason())
                        .toList();
    }
}
