package dev.forewarn.cli.e2e;

import static org.awaitility.Awaitility.await;

import dev.forewarn.cli.replay.EventStream;
import dev.forewarn.cli.replay.KafkaLog;
import dev.forewarn.cli.replay.Pace;
import dev.forewarn.cli.replay.PreparedEvent;
import dev.forewarn.cli.replay.Publisher;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.engine.config.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The history of a city on the log of {@link Here}, and what came of it. */
final class Replayed {

    static final Topics TOPICS = new Topics(Here.NAME + ".");
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private Replayed() {}

    static void publish(String servers, List<PreparedEvent> events, Instant begin, Instant end) throws Exception {
        try (KafkaLog log = KafkaLog.open(servers, TOPICS.events())) {
            new Publisher(log, new LocalDays(CityHistory.ZONE), Pace.unbounded())
                    .publish(EventStream.of(events), begin, end, written -> {});
        }
    }

    /** Waits for the class of the last month of every business, and then reads what readers would hold. */
    static Harvest awaitEnd(String servers, int businesses) {
        String lastMonth = CityHistory.end()
                .atZone(CityHistory.ZONE)
                .minusMonths(1)
                .toString()
                .substring(0, 7);
        await().atMost(PATIENCE)
                .until(() -> Harvest.of(servers, TOPICS).classes().keySet().stream()
                                .filter(key -> key.endsWith(lastMonth))
                                .count()
                        == businesses);
        return Harvest.of(servers, TOPICS);
    }
}
