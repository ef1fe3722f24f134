package dev.forewarn.console.store;

import static dev.forewarn.console.store.TestStore.batch;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Handling;
import dev.forewarn.avro.Level;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Wire;
import dev.forewarn.console.Samples;
import dev.forewarn.console.TestDatabase;
import dev.forewarn.console.ingest.Batch;
import dev.forewarn.console.ingest.Message;
import dev.forewarn.console.ingest.Message.Poison;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is promised of the store, on whatever database. */
abstract class StoreContract {

    private static final TopicPartition ALERTS = new TopicPartition("t.alerts.v1", 0);
    private static final TopicPartition EVENTS = new TopicPartition("t.events.v1", 0);

    private HikariDataSource source;
    private JdbcTemplate jdbc;
    private DatabaseStore store;

    abstract TestDatabase database();

    @BeforeEach
    void openStore() {
        source = database().make();
        jdbc = new JdbcTemplate(source);
        store = TestStore.on(source);
        assertThat(store.places(Map.of(ALERTS, "id-1", EVENTS, "id-2")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(ALERTS, 0L, EVENTS, 0L));
    }

    @AfterEach
    void closeDatabase() {
        source.close();
    }

    @Test
    void onlyTheHighestRevisionStands() {
        store.write(batch(ALERTS, 0, alert(2), alert(1)));
        store.write(batch(ALERTS, 2, alert(1), alert(3), alert(2)));

        assertThat(numbers("SELECT revision FROM alert")).containsExactly(3L);
        assertThat(numbers("SELECT revision FROM alert_transition ORDER BY revision"))
                .containsExactly(1L, 2L, 3L);
        assertThat(numbers("SELECT revision FROM feed_change ORDER BY seq")).containsExactly(2L, 3L);
    }

    @Test
    void whatComesTwiceLeavesThingsAsTheyAre() {
        Batch batch = batch(ALERTS, 0, alert(1), alert(2));
        store.write(batch);
        String before = everything();
        store.write(batch);
        // Repeated by the engine at other offsets.
        store.write(batch(ALERTS, 2, alert(1), alert(2)));

        assertThat(everything()).isEqualTo(before);
        assertThat(numbers("SELECT next_offset FROM place WHERE topic = 't.alerts.v1'"))
                .containsExactly(4L);
    }

    @Test
    void placesAreWhereWritingEnded() {
        store.write(batch(ALERTS, 0, alert(1)));
        assertThat(store.places(Map.of(ALERTS, "id-1", EVENTS, "id-2")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(ALERTS, 1L, EVENTS, 0L));
    }

    @Test
    void aTopicThatWasMadeAnewIsReadFromItsBeginning() {
        store.write(batch(ALERTS, 0, alert(1)));
        assertThat(store.places(Map.of(ALERTS, "id-9"))).containsEntry(ALERTS, 0L);
        store.write(batch(ALERTS, 0, alert(2)));
        assertThat(numbers("SELECT revision FROM alert")).containsExactly(2L);
    }

    @Test
    void aMessageThatCannotBeKeptIsPoisonedAndTheOthersStay() {
        Object tooFar = Samples.alert("far", 1).setOpenedAt(Instant.MAX).build();
        store.write(batch(ALERTS, 0, alert(1), tooFar, alert(2)));

        assertThat(numbers("SELECT revision FROM alert")).containsExactly(2L);
        assertThat(numbers("SELECT record_offset FROM poisoned WHERE reason = 'unstorable'"))
                .containsExactly(1L);
        assertThat(numbers("SELECT next_offset FROM place WHERE topic = 't.alerts.v1'"))
                .containsExactly(3L);
        assertThat(jdbc.queryForObject("SELECT content FROM poisoned", byte[].class))
                .isEqualTo(TestStore.BYTES);
    }

    @Test
    void whatALaterReleaseCanReadTakesThePlaceOfItsBytes() {
        byte[] bytes = Wire.encode(Samples.alert("a", 1).build());
        store.write(batch(ALERTS, 0, Poison.of("unknown-schema", "of the future", bytes)));
        Message.Origin origin =
                store.unread(java.util.Set.of("unknown-schema")).get(0).origin();
        assertThat(origin.offset()).isZero();
        assertThat(store.unread(java.util.Set.of("not-framed"))).isEmpty();

        store.writeAgain(List.of(new Message(origin, Samples.alert("a", 1).build(), bytes)));
        assertThat(numbers("SELECT revision FROM alert")).containsExactly(1L);
        assertThat(numbers("SELECT COUNT(*) FROM poisoned")).containsExactly(0L);
    }

    @Test
    void namesOfAnyKindAreKept() {
        String name = "<script>\0" + "长".repeat(5_000);
        store.write(batch(ALERTS, 0, Samples.alert("a", 1).setEntityName(name).build()));
        assertThat(jdbc.queryForObject("SELECT entity_name FROM alert", String.class))
                .isEqualTo(name.replace('\0', '\uFFFD'));
    }

    @Test
    void undecodableBytesAreKeptAsTheyAre() {
        store.write(batch(EVENTS, 0, Poison.of("not-framed", "no marker", new byte[] {1, 2, 3})));
        assertThat(jdbc.queryForObject("SELECT content FROM poisoned", byte[].class))
                .containsExactly(1, 2, 3);
    }

    @Test
    void factsStepsAndRefusalsAreKept() {
        store.write(batch(ALERTS, 0, alert(1)));
        var step = Samples.disposal("a", 1, "accept").build();
        store.write(batch(EVENTS, 0, Samples.event("E-a", "INS-1").build(), step, step));
        store.write(batch(new TopicPartition("t.rejects.v1", 0), 0, refusal(Wire.encode(step))));

        assertThat(jdbc.queryForObject("SELECT kept_key FROM fact", String.class))
                .isEqualTo("INS-1");
        assertThat(numbers("SELECT alert_revision FROM disposal")).containsExactly(1L);
        assertThat(jdbc.queryForObject("SELECT step FROM reject WHERE alert_id = 'a'", String.class))
                .isEqualTo("accept");
        assertThat(jdbc.queryForList("SELECT kind FROM feed_change ORDER BY seq", String.class))
                .containsExactly("alert", "refused");
    }

    @Test
    void theProfileIsKeptUnderTheNumberByWhichAlertsCiteIt() {
        store.write(batch(
                EVENTS,
                0,
                Samples.event("E-a", "reg-77").setType("entity.profile").build()));
        assertThat(jdbc.queryForObject("SELECT kept_key FROM fact", String.class))
                .isEqualTo("profile");
    }

    @Test
    void standingsAreTheNewestAndDaysAreKept() {
        Assessment late = Samples.assessment("E-1", Samples.AT.plusSeconds(60)).build();
        Assessment early = Samples.assessment("E-1", Samples.AT)
                .setHeadlineClass("B")
                .setDay(java.time.LocalDate.parse("2026-03-01"))
                .build();
        TopicPartition assessments = new TopicPartition("t.assessments.v1", 0);
        store.write(batch(assessments, 0, late));
        store.write(batch(assessments, 1, early));

        assertThat(jdbc.queryForObject("SELECT headline_class FROM assessment", String.class))
                .isEqualTo("D");
        assertThat(numbers("SELECT score FROM standing_day ORDER BY assessed_on"))
                .containsExactly(60L, 60L);

        store.write(batch(assessments, 2, new Message.Removal("E-1")));
        assertThat(numbers("SELECT COUNT(*) FROM assessment")).containsExactly(0L);
    }

    @Test
    void twoConsolesOnOneDatabaseWriteEachMessageOnce() throws Exception {
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            batches.add(batch(
                    ALERTS,
                    i,
                    Samples.alert("a" + i, 1)
                            .setLevel(i % 2 == 0 ? Level.BLUE : Level.RED)
                            .setHandling(Handling.NEW)
                            .build()));
        }
        DatabaseStore other = TestStore.on(source);
        ExecutorService consoles = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> both = List.of(writing(store, batches), writing(other, batches));
            for (Future<Boolean> done : consoles.invokeAll(both)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            consoles.shutdown();
        }
        assertThat(numbers("SELECT COUNT(*) FROM alert")).containsExactly(40L);
        assertThat(numbers("SELECT COUNT(*) FROM feed_change")).containsExactly(40L);
    }

    private static Callable<Boolean> writing(DatabaseStore store, List<Batch> batches) {
        return () -> {
            batches.forEach(store::write);
            return true;
        };
    }

    private static Reject refusal(byte[] input) {
        return Reject.newBuilder()
                .setReason("stale-step")
                .setDetail("the alert is at revision 2 by now")
                .setTopic("t.events.v1")
                .setPartition(0)
                .setOffset(1)
                .setEntityId("E-a")
                .setInput(ByteBuffer.wrap(input))
                .setInputLength(input.length)
                .setInputSha256("00")
                .build();
    }

    private static Object alert(int revision) {
        return Samples.alert("a", revision).build();
    }

    private List<Long> numbers(String sql) {
        return jdbc.queryForList(sql, Long.class);
    }

    private String everything() {
        StringBuilder all = new StringBuilder();
        for (String table : List.of("alert", "alert_domain", "alert_transition", "feed_change")) {
            all.append(jdbc.queryForList("SELECT * FROM " + table + " ORDER BY 1, 2"));
        }
        return all.toString().replaceAll("clob\\d+", "clob");
    }
}
