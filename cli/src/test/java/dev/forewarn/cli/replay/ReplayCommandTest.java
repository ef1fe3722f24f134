package dev.forewarn.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forewarn.cli.option.Failures;
import dev.forewarn.engine.config.ClockMode;
import dev.forewarn.engine.config.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplayCommandTest {

    private static final String MAPPING = """
            mapping: %s
            input: {format: csv}
            zone: UTC
            events:
              - entity_id: =row.id
                type: penalty.decided
                event_id: =row.%s
                occurred_at: =date(row.day)
                recorded_at: =date(row.day)
                source: court
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> asked = new ArrayList<>();
    private @Nullable ClockMode mode = ClockMode.EVENTS;

    @BeforeEach
    void writeFiles() throws IOException {
        write("a.yaml", MAPPING.formatted("first", "no"));
        write("b.yaml", MAPPING.formatted("second", "number"));
        write("a.csv", "id,no,day\n1,A1,2024-01-02\n2,A2,someday\n3,A3,2024-01-04\n");
        write("b.csv", "id,number,day\n1,B1,2024-01-03\n");
    }

    @Test
    void dryRunCountsWithoutAskingForAJob() throws IOException {
        int exit = run("a.csv", "b.csv", "--mapping", "a.yaml", "b.yaml", "--dry-run", "--json");
        JsonNode report = new ObjectMapper().readTree(out.toString());

        assertThat(exit).isEqualTo(3);
        assertThat(asked).isEmpty();
        assertThat(report.get("events").asInt()).isEqualTo(3);
        assertThat(report.get("rejected").asInt()).isEqualTo(1);
        assertThat(report.at("/files/0/rows").asInt()).isEqualTo(3);
        assertThat(report.at("/files/0/rejectedBy/0/field").asText()).isEqualTo("occurred_at");
        assertThat(report.at("/files/1/mapping").asText()).isEqualTo("second");
        assertThat(report.get("first").asText()).isEqualTo("2024-01-02T00:00:00Z");
        assertThat(report.get("last").asText()).isEqualTo("2024-01-04T00:00:00Z");
        assertThat(report.get("publishedEvents").asInt()).isZero();
    }

    @Test
    void rejectedRowsAreWrittenWithEveryReason() throws IOException {
        run("a.csv", "--mapping", "a.yaml", "--dry-run");
        JsonNode reject = new ObjectMapper().readTree(Files.readString(folder.resolve("rejects.jsonl")));

        assertThat(reject.get("file").asText()).endsWith("a.csv");
        assertThat(reject.get("line").asInt()).isEqualTo(3);
        assertThat(reject.get("mapping").asText()).isEqualTo("first");
        assertThat(reject.get("faults")).hasSize(2);
        assertThat(reject.at("/faults/1/field").asText()).isEqualTo("recorded_at");
        assertThat(reject.at("/faults/1/at").asText()).endsWith("a.yaml:9:19");
        assertThat(reject.at("/row/day").asText()).isEqualTo("someday");
        assertThat(out.toString()).contains("1 rows rejected", "a.yaml:8:19), such as: a date is written");
    }

    @Test
    void cleanReplayLeavesNoRejectsFile() throws IOException {
        assertThat(run("b.csv", "--mapping", "b.yaml", "--dry-run")).isZero();
        assertThat(folder.resolve("rejects.jsonl")).doesNotExist();
        assertThat(out.toString()).contains("1 rows", "1   penalty.decided", "Nothing was published");
    }

    @Test
    void eventsOutsideThePeriodAreCountedAndLeftOut() throws IOException {
        run("a.csv", "--mapping", "a.yaml", "--dry-run", "--json", "--from", "2024-01-03", "--to", "2024-01-03");
        JsonNode report = new ObjectMapper().readTree(out.toString());

        assertThat(report.get("events").asInt()).isZero();
        assertThat(report.at("/files/0/eventsOutsidePeriod").asInt()).isEqualTo(2);
    }

    @Test
    void eventThatIsKnownOnlyInTheFutureIsRejected() throws IOException {
        write("c.csv", "id,no,day\n1,A1,2024-06-02\n");

        assertThat(run("c.csv", "--mapping", "a.yaml", "--dry-run")).isEqualTo(3);
        assertThat(out.toString()).contains("an event is replayed after it became known; got 2024-06-02T00:00:00Z");
    }

    @Test
    void faultsOfAllMappingsAreToldAtOnce() throws IOException {
        write("a.yaml", "mapping: first\n");
        write("b.yaml", MAPPING.formatted("second", "number)"));

        assertThat(run("a.csv", "--mapping", "a.yaml", "b.yaml", "--dry-run")).isEqualTo(2);
        assertThat(err.toString())
                .contains("a.yaml:1:1: the key 'input' is required")
                .contains("b.yaml:7:");
    }

    @Test
    void fileThatFitsNoMappingIsToldWhatItLacks() {
        assertThat(run("a.csv", "b.csv", "--mapping", "a.yaml", "--dry-run")).isEqualTo(2);
        assertThat(err.toString()).contains("b.csv has no column 'no'");
    }

    @Test
    void fileThatFitsTwoMappingsIsRefused() throws IOException {
        write("b.yaml", MAPPING.formatted("second", "no"));

        assertThat(run("a.csv", "--mapping", "a.yaml", "b.yaml", "--dry-run")).isEqualTo(2);
        assertThat(err.toString()).contains("fits first, second");
    }

    @Test
    void historyIsRefusedForAJobOnTheWallClock() {
        mode = ClockMode.WALL;

        assertThat(run("b.csv", "--mapping", "b.yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("runs on the wall clock", "2024-01-03T00:00:00Z", "--force");
        assertThat(asked).containsExactly("forewarn null");
    }

    @Test
    void historyIsRefusedIfNobodyKnowsTheClock() {
        mode = null;

        assertThat(run("b.csv", "--mapping", "b.yaml", "--name", "x", "--kafka", "broker:9092"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("the clock of the job is not known");
        assertThat(asked).containsExactly("x broker:9092");
    }

    @Test
    void missingFilesAndWrongSpeedsAreRefusedBeforeAnyWork() {
        assertThat(run("none.csv", "--mapping", "a.yaml", "--dry-run")).isEqualTo(2);
        assertThat(run("a.csv", "--mapping", "a.yaml", "--dry-run", "--speed", "-1"))
                .isEqualTo(2);
        assertThat(run("a.csv", "--mapping", "a.yaml", "--dry-run", "--speed", "fast"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("none.csv", "--speed must be max, or days in a second above 0; got -1", "got fast");
    }

    @Test
    void folderOfMappingsMayStandBeforeTheFiles() {
        assertThat(run("--mapping", "", "a.csv", "b.csv", "--dry-run")).isEqualTo(3);
        assertThat(out.toString()).contains("(mapping first)", "(mapping second)");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Runs the command; names of files are those of the test's folder. */
    private int run(String... arguments) {
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            boolean isPath = argument.isEmpty() || argument.matches("\\w+\\.(csv|yaml)");
            words.add(isPath ? folder.resolve(argument).toString() : argument);
        }
        words.addAll(List.of("--rejects", folder.resolve("rejects.jsonl").toString()));
        ReplayCommand command = new ReplayCommand(
                installation -> {
                    asked.add(installation.name() + " " + installation.kafka().orElse("null"));
                    return new Target("localhost:1", new Topics("forewarn."), mode);
                },
                Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC));
        return new CommandLine(command)
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words.toArray(String[]::new));
    }
}
