package dev.forewarn.cli.replay;

import static dev.forewarn.cli.replay.Histories.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.time.LocalDays;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublisherTest {

    private static final LocalDays SHANGHAI = new LocalDays(ZoneId.of("Asia/Shanghai"));

    private final FakeLog log = new FakeLog(2);
    private final List<Long> progress = new ArrayList<>();

    @Test
    void everyPartitionHearsOfEachMidnightBeforeTheEventsOfThatDay() throws Exception {
        Publisher.Published published = publish(
                "2024-03-05T17:00:00Z",
                event("0", "a", "2024-03-03T02:00:00Z"),
                event("1", "b", "2024-03-03T15:59:59.999Z"),
                event("1", "c", "2024-03-03T16:00:00Z"),
                event("0", "d", "2024-03-05T08:00:00Z"));

        assertThat(log.partition(0))
                .containsExactly(
                        "a @ 2024-03-03T02:00:00Z",
                        "tick @ 2024-03-03T16:00:00Z",
                        "tick @ 2024-03-04T16:00:00Z",
                        "d @ 2024-03-05T08:00:00Z",
                        "tick @ 2024-03-05T16:00:00Z",
                        "tick @ 2024-03-05T17:00:00Z");
        assertThat(log.partition(1))
                .containsExactly(
                        "b @ 2024-03-03T15:59:59.999Z",
                        "tick @ 2024-03-03T16:00:00Z",
                        "c @ 2024-03-03T16:00:00Z",
                        "tick @ 2024-03-04T16:00:00Z",
                        "tick @ 2024-03-05T16:00:00Z",
                        "tick @ 2024-03-05T17:00:00Z");
        assertThat(published).isEqualTo(new Publisher.Published(4, 8, Instant.parse("2024-03-05T17:00:00Z")));
        assertThat(progress).containsExactly(1L, 2L, 3L, 4L);
        assertThat(log.isFlushed()).isTrue();
    }

    @Test
    void replayThatEndsWithinTheDayOfItsLastEventEndsWithOneTick() throws Exception {
        publish("2024-03-03T03:00:00Z", event("0", "a", "2024-03-03T02:00:00Z"));

        assertThat(log.partition(0)).containsExactly("a @ 2024-03-03T02:00:00Z", "tick @ 2024-03-03T03:00:00Z");
        assertThat(log.partition(1)).containsExactly("tick @ 2024-03-03T03:00:00Z");
    }

    @Test
    void pacedReplayWaitsBeforeEachInstantAndNotForTheFirst() throws Exception {
        List<Long> sleepsMs = new ArrayList<>();
        long[] nowNanos = {5_000_000_000L};
        Pace pace = new Pace(2, () -> nowNanos[0], nanos -> {
            sleepsMs.add(nanos / 1_000_000);
            nowNanos[0] += nanos;
        });
        new Publisher(log, LocalDays.utc(), pace)
                .publish(
                        EventStream.of(List.of(
                                event("0", "a", "2024-03-03T00:00:00Z"),
                                event("0", "b", "2024-03-03T12:00:00Z"),
                                event("0", "c", "2024-03-05T00:00:00Z"))),
                        Instant.parse("2024-03-03T00:00:00Z"),
                        Instant.parse("2024-03-05T00:00:00Z"),
                        done -> {});

        assertThat(sleepsMs).containsExactly(250L, 250L, 500L);
    }

    private Publisher.Published publish(String end, PreparedEvent... events) throws IOException, InterruptedException {
        return new Publisher(log, SHANGHAI, Pace.unbounded())
                .publish(
                        EventStream.of(List.of(events)),
                        events[0].event().getRecordedAt(),
                        Instant.parse(end),
                        progress::add);
    }
}
