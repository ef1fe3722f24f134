package dev.forewarn.cli.mapping;

import static dev.forewarn.cli.mapping.Mappings.SMALLEST;
import static dev.forewarn.cli.mapping.Mappings.faults;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a mapping is told all at once, each at its place. */
class MappingReaderTest {

    @Test
    void smallestMappingHasNoFaults() {
        assertThat(faults(SMALLEST)).isEmpty();
    }

    @Test
    void everyFaultIsToldAtItsCharacter() {
        assertThat(faults("""
                                mapping: Bad Name
                                input: {format: xml, columns: [id, no, day], delimiter: "::", encoding: utf-9}
                                zone: Mars/Olympus
                                tables: {classes: {"1": one}}
                                skip:
                                  - {when: row.id, reason: never}
                                events:
                                  - when: row.idd == '1'
                                    entity_id: =rov.id
                                    type: Penalty
                                    event_id: =row.no +
                                    occurred_at: =row.day
                                    recorded_at: =date(row.day, 'dd/QQ/bb')
                                    source: court
                                    op: cancel
                                    revision: one
                                    severity: =lookup('clases', row.id)
                                    subject: =extract(row.no, '(a')
                                    colour: red
                                    attributes:
                                      person: =sha256_salted(row.id)
                                      "1st": =row['name']
                                    numbers: {count: =int(row.id) > 3}
                                """))
                .containsExactly(
                        "1:10: 'mapping' must be small letters, digits and hyphens; got 'Bad Name'",
                        "2:17: 'format' must be one of csv, jsonl; got 'xml'",
                        "2:57: 'delimiter' must be one character, or tab; got '::'",
                        "2:73: 'encoding' must be a character set that Java knows, such as UTF-8 or GB18030; got 'utf-9'",
                        "3:7: 'zone' must be a time zone, such as Asia/Shanghai; got 'Mars/Olympus'",
                        "6:12: 'when' must be true or false; this expression gives text",
                        "8:14: unknown column 'idd'; did you mean 'id'?",
                        "9:17: undeclared reference to 'rov'",
                        "10:11: a type is words in small letters joined by dots, such as penalty.decided; got 'Penalty'",
                        "11:24: the expression ends too early",
                        "12:19: 'occurred_at' must be an instant; this expression gives text",
                        "13:33: a pattern is one of Java's for dates, such as dd/MM/yyyy; got 'dd/QQ/bb'",
                        "15:9: op is assert or retract; got 'cancel'",
                        "16:15: 'revision': a whole number has digits only; got 'one'",
                        "17:23: unknown table 'clases'; did you mean 'classes'?",
                        "18:31: a regular expression has the syntax of RE2; got '(a': missing closing )",
                        "19:5: unknown key 'colour'; known are amount, attributes, division, domains, due_at, ended_at,"
                                + " entity_id, entity_name, event_id, grid, numbers, occurred_at, op, record_key,"
                                + " recorded_at, revision, severity, source, subject, type, …",
                        "21:29: persons are hashed under a salt, and there is none: set FOREWARN_SALT, or give"
                                + " --salt-file",
                        "22:14: a name has letters, digits, '_', '-' and '.'; got '1st'",
                        "22:18: unknown column 'name'; known are day, id, no",
                        "23:23: 'count' must be a number; this expression gives true or false");
    }

    @Test
    void requiredFieldsStandInTheEventOrUnderDefaults() {
        assertThat(faults("""
                                mapping: m
                                input: {format: csv}
                                zone: UTC
                                defaults: {entity_id: =row.id, source: court, recorded_at: =date(row.day)}
                                events:
                                  - {type: a.b, event_id: =row.no, occurred_at: =date(row.day)}
                                  - {type: a.c, event_id: =row.no}
                                """))
                .containsExactly("7:5: the key 'occurred_at' is required, here or under 'defaults'; it is missing");
    }

    @Test
    void constantThatLooksLikeAnExpressionIsToldTheMark() {
        assertThat(faults(SMALLEST.replace("=date(row.day)\n    source", "date(row.day)\n    source")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("9:18: 'recorded_at': ")
                .endsWith("an expression begins with '='");
    }

    @Test
    void emptyMappingIsToldWhatItLacks() {
        assertThat(faults("about: nothing"))
                .containsExactly(
                        "1:1: the key 'events' is required; it is missing here",
                        "1:1: the key 'input' is required; it is missing here",
                        "1:1: the key 'mapping' is required; it is missing here",
                        "1:1: the key 'zone' is required; it is missing here");
        assertThat(faults(SMALLEST.replaceAll("(?s)events:.*", "events: []\n")))
                .containsExactly("4:9: 'events' must name at least one event; got an empty list");
    }

    @Test
    void columnsThatAFileLacksAreToldWhereTheyAreAskedFor() {
        assertThat(Mappings.of(SMALLEST).missingIn("f.csv", List.of("id", "nr", "day")))
                .extracting(Object::toString)
                .containsExactly("m.yaml:7:19: the file f.csv has no column 'no'; did you mean 'nr'?");
    }

    @Test
    void declaredColumnsAreTheOnesThatAFileMustHave() {
        Mapping mapping = Mappings.of(SMALLEST.replace("format: csv", "format: csv, columns: [id, no, day, town]"));

        assertThat(mapping.missingIn("f.csv", List.of("id", "no", "day")))
                .extracting(Object::toString)
                .containsExactly("m.yaml:2:45: the file f.csv has no column 'town'; known are day, id, no");
    }
}
