package dev.forewarn.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forewarn.cli.option.Failures;
import dev.forewarn.cli.replay.ReplayCommand;
import dev.forewarn.cli.replay.Target;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulateCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Clock clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private final Target.Lookup targets = installation -> new Target("nowhere:1", new Topics("city."), ClockMode.WALL);

    @Test
    void sameArgumentsGiveTheSameFiles() throws IOException {
        assertThat(simulate("--entities", "30", "--days", "90", "--out", path("a.avro")))
                .isZero();
        assertThat(simulate("--entities", "30", "--days", "90", "--out", path("b.avro")))
                .isZero();

        assertThat(folder.resolve("a.avro")).hasSameBinaryContentAs(folder.resolve("b.avro"));
        assertThat(folder.resolve("a.avro.truth.csv")).hasSameBinaryContentAs(folder.resolve("b.avro.truth.csv"));
        assertThat(Files.readAllLines(folder.resolve("a.avro.truth.csv")))
                .startsWith("entity_id,what,from,until,level,cause,silent")
                .hasSizeGreaterThan(30);
        assertThat(out.toString()).contains("synthetic");
    }

    @Test
    void replayReadsItWithoutAMapping() throws IOException {
        simulate("--entities", "30", "--days", "90", "--out", path("a.avro"));
        int exit = run(new ReplayCommand(targets, clock), path("a.avro"), "--dry-run", "--json");
        JsonNode report = new ObjectMapper()
                .readTree(out.toString().substring(out.toString().indexOf('{')));

        assertThat(exit).isZero();
        assertThat(report.at("/files/0/eventsByType/entity.profile").asInt()).isGreaterThanOrEqualTo(30);
        assertThat(report.get("events").asInt()).isGreaterThan(60);
        assertThat(report.get("first").asText()).isEqualTo("2024-12-31T16:00:00Z");
    }

    @Test
    void replayRefusesTheFutureAndLeavesItOutIfTold() {
        simulate("--entities", "10", "--days", "90", "--start", "2026-05-01", "--out", path("a.avro"));
        ReplayCommand replay = new ReplayCommand(targets, clock);

        assertThat(run(replay, path("a.avro"), "--dry-run")).isEqualTo(2);
        assertThat(err.toString()).contains("became known").contains("--to");
        assertThat(run(new ReplayCommand(targets, clock), path("a.avro"), "--dry-run", "--to", "2026-05-30"))
                .isZero();
    }

    @Test
    void replayRefusesAFileThatHoldsSomethingElse() throws IOException {
        Files.writeString(folder.resolve("a.avro"), "no events");

        assertThat(run(new ReplayCommand(targets, clock), path("a.avro"), "--dry-run"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("a.avro is no file of events");
    }

    @Test
    void mistakesAreToldInWords() throws IOException {
        Files.createFile(folder.resolve("old.avro"));

        assertThat(simulate("--out", path("old.avro"))).isEqualTo(2);
        assertThat(simulate("--out", "city.csv")).isEqualTo(2);
        assertThat(simulate("--out", path("a.avro"), "--entities", "0")).isEqualTo(2);
        assertThat(simulate("--out", path("a.avro"), "--start", "today")).isEqualTo(2);
        assertThat(simulate("--out", "kafka", "--truth", path("t.csv"), "--start", "2026-05-01"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("old.avro is there already")
                .contains("ends in .avro; got 'city.csv'")
                .contains("got 0")
                .contains("got 'today'")
                .contains("nothing from the future");
    }

    @Test
    void logOnTheWallClockTakesNoHistory() {
        assertThat(simulate("--out", "kafka", "--truth", path("t.csv"))).isEqualTo(2);
        assertThat(err.toString()).contains("--clock events");
    }

    @Test
    void runThatWasRefusedLeavesNothingThatStandsInTheWayOfTheNext() throws IOException {
        assertThat(simulate("--out", "kafka", "--truth", path("t.csv"))).isEqualTo(2);
        Files.createFile(folder.resolve("old.avro"));
        assertThat(simulate("--out", path("old.avro"), "--truth", path("t.csv")))
                .isEqualTo(2);
        assertThat(folder.resolve("t.csv")).doesNotExist();

        assertThat(simulate("--entities", "5", "--days", "30", "--out", path("a.avro"), "--truth", path("t.csv")))
                .isZero();
    }

    @Test
    void runThatFailedLeavesNothingThatStandsInTheWayOfTheNext() {
        String nowhere = path("none/a.avro");
        assertThat(simulate("--entities", "5", "--days", "30", "--out", nowhere, "--truth", path("t.csv")))
                .isNotZero();
        assertThat(folder.resolve("t.csv")).doesNotExist();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private int simulate(String... arguments) {
        return run(new SimulateCommand(targets, clock), arguments);
    }

    private int run(Object command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (command instanceof ReplayCommand) {
            all.addAll(List.of("--rejects", path("rejects.jsonl")));
        }
        return new CommandLine(command)
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
