package dev.forewarn.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Tick;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.Forewarn;
import dev.forewarn.cli.installation.Running;
import dev.forewarn.cli.replay.PreparedEvent;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.engine.config.ClockMode;
import dev.forewarn.engine.config.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the log says afterwards is what the job said at the time; and catalogues come, go and come back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryITCase {

    private static final Topics TOPICS = new Topics(Here.NAME + ".");
    private static final int BUSINESSES = 40;

    private Path folder = Path.of("");
    private @Nullable Running running;
    private String servers = "";

    @BeforeAll
    void liveThroughHalfAYear(@TempDir Path given) throws Exception {
        folder = given;
        Running started = Here.start(folder.resolve("data"), ClockMode.EVENTS, 2);
        running = started;
        servers = started.installation().bootstrapServers();
        List<PreparedEvent> history = CityHistory.of(BUSINESSES, 12, 5);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            for (PreparedEvent event : history) {
                var unused = producer.send(new ProducerRecord<>(TOPICS.events(), event.entityId(), event.message()));
            }
            byte[] tick = Wire.encode(Tick.newBuilder().setAt(CityHistory.end()).build());
            for (int partition = 0; partition < 2; partition++) {
                producer.send(new ProducerRecord<>(TOPICS.events(), partition, null, tick))
                        .get();
            }
        }
        await().atMost(Duration.ofSeconds(90)).until(() -> classes("2024-05").size() == BUSINESSES);
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void aMonthComputedOnceMoreFromShuffledAndDoubledEventsAgreesBitForBit() {
        for (String month : List.of("2024-01", "2024-03", "2024-05")) {
            Ran ran = run("month", "--check", "--month", month);
            assertThat(ran.out()).contains("all agree bit for bit", "shuffled");
            assertThat(ran.exit()).isZero();
        }
        assertThat(run("month", "--check", "--seed", "3").out()).contains("2024-05", "all agree bit for bit");
        assertThat(run("month", "--month", "2024-06").err()).contains("has not ended on the clock of the log");
    }

    @Test
    void aClassThatTheEventsDoNotGiveIsFound() throws Exception {
        MonthlyClass forged = MonthlyClass.newBuilder(
                        Objects.requireNonNull(classes("2024-05").get("E-3")))
                .setMonth("2024-02")
                .build();

        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            // Nobody has events about it.
            forged.setEntityId("E-X");
            producer.send(new ProducerRecord<>(TOPICS.classes(), "E-X", Wire.encode(forged)))
                    .get();
        }
        Ran ran = run("month", "--check", "--month", "2024-02");
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.out()).contains("E-X", "no event in the log", "1 differences");
    }

    @Test
    void anAssessmentFromTheLogIsTheOneThatWasPublished() {
        Map<String, Assessment> published = new HashMap<>();
        try (TopicReader reader = new TopicReader(servers, TOPICS.assessments())) {
            reader.readAll(message -> published.put(message.key(), Harvest.decoded(message.value(), Assessment.class)));
        }
        for (String entity : List.of("E-0", "E-7", "E-21")) {
            Assessment newest = Objects.requireNonNull(published.get(entity));
            Ran ran = run("assess", entity);
            assertThat(ran.exit()).as(ran.err()).isZero();
            newest.getContributions()
                    .forEach(part -> assertThat(ran.out())
                            .contains(String.format("%+5d  %-8s", part.getContribution(), part.getIndicator())));
            assertThat(ran.out()).contains("worst class " + newest.getHeadlineClass(), newest.getCatalogueVersion());
        }
    }

    @Test
    void lookingBackLeavesOutWhatBecameKnownLater() {
        Ran first = run("assess", "E-0", "--at", "2024-01-10");
        assertThat(first.out()).contains("day 2024-01-10", "1 facts kept");
        assertThat(run("assess", "E-0", "--at", "2024-01-01").err()).contains("nothing was known about 'E-0'");
        assertThat(run("assess", "E-0", "--at", "last week").err()).contains("--at takes a day like");
        assertThat(run("assess", "E-99").err()).contains("there is no event about 'E-99'");
        assertThat(run("assess", "E-0", "--json").out()).contains("\"headline_class\"");
    }

    @Test
    void catalogueIsPublishedShownComparedAndTakenBack() throws IOException {
        String first = Here.shipped().version();
        assertThat(run("catalogue", "show").out()).contains(first, "the catalogue that the installation began with");

        Path changed = copy(folder.resolve("changed"));
        Path general = changed.resolve("general.yaml");
        Files.writeString(
                general,
                Files.readString(general).replace("points: {each: 180, cap: 3}", "points: {each: 500, cap: 3}"));
        Ran refused = run("catalogue", "publish", changed.toString());
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.out()).contains("E3", "expected 275", "nothing was published");

        try (Stream<Path> examples = Files.list(changed.resolve("examples"))) {
            for (Path example : examples.toList()) {
                Files.delete(example);
            }
        }
        Ran published = run(
                "catalogue",
                "publish",
                changed.toString(),
                "--author",
                "li",
                "--comment",
                "dearer",
                "--may-move",
                "1",
                "--wait",
                "20s");
        assertThat(published.exit()).as(published.err()).isZero();
        assertThat(published.out()).contains("published version", "accepted; in force from");

        Ran diff = run("catalogue", "diff", first, changed.toString(), "--entities");
        assertThat(diff.out())
                .contains(
                        "changed indicator G3.1.1 行政处罚次数 / ordinary-procedure penalties",
                        "180 for each, 3 at most  →  500 for each, 3 at most",
                        "40 businesses:",
                        "become worse");

        assertThat(run("catalogue", "publish", changed.toString(), "--stage", "shadow", "--wait", "2s")
                        .out())
                .contains("(shadow)", "accepted");
        assertThat(run("catalogue", "publish", "--end-shadow").out()).contains("the shadow stage ends");

        Ran tooMany = run("catalogue", "publish", changed.toString(), "--effective-at", "2190-01-01T00:00:00Z");
        assertThat(tooMany.out()).contains("the job refused it", "too-many-worse", "of 40, 4 would be");
        Ran early = run(
                "catalogue",
                "publish",
                changed.toString(),
                "--effective-at",
                "2190-01-01T00:00:00Z",
                "--may-move",
                "0.1");
        assertThat(early.out()).contains("in force from 2190-01-01T08:00");

        Ran back = run("catalogue", "publish", "--version", first.substring(0, 6), "--wait", "2s");
        assertThat(back.out()).contains("published version " + first);
        assertThat(run("catalogue", "show").out()).contains("by li: dearer", "(no shadow more)", "REFUSED");
        Ran written = run(
                "catalogue",
                "show",
                "--version",
                first,
                "--to",
                folder.resolve("first").toString());
        assertThat(written.out()).contains("written to", "general.yaml");
        assertThat(run("catalogue", "diff", first, folder.resolve("first").toString())
                        .out())
                .contains("no difference");
    }

    @Test
    void cutPointsAreALineForTheCatalogue() {
        Ran cut = run("catalogue", "cut", "--mix", "A=60,B=30,C=10");
        assertThat(cut.out())
                .contains("over 40 businesses", "# Cut for a mix of A 60")
                .containsPattern("classes: \\[\\{class: A, below: \\d+}, \\{class: B, below: \\d+}, \\{class: C}]");
        assertThat(run("catalogue", "cut", "--mix", "A=60,B=30").err()).contains("add up to 100");
    }

    private Map<String, MonthlyClass> classes(String month) {
        Map<String, MonthlyClass> classes = new HashMap<>();
        try (TopicReader reader = new TopicReader(servers, TOPICS.classes())) {
            reader.readAll(message -> {
                MonthlyClass monthly = Harvest.decoded(message.value(), MonthlyClass.class);
                if (monthly.getMonth().equals(month)) {
                    classes.put(monthly.getEntityId(), monthly);
                }
            });
        }
        return classes;
    }

    private static Path copy(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(Here.SHIPPED)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(Here.SHIPPED.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return to;
    }

    private Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Forewarn.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = Stream.concat(
                        Stream.of(arguments),
                        Stream.of(
                                "--name",
                                Here.NAME,
                                "--data",
                                folder.resolve("data").toString()))
                .toArray(String[]::new);
        return new Ran(line.execute(all), out.toString(), err.toString());
    }

    /** What a command said. */
    private record Ran(int exit, String out, String err) {}
}
