package dev.forewarn.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Cause;
import dev.forewarn.avro.Handling;
import dev.forewarn.avro.Transition;
import dev.forewarn.cli.installation.Running;
import dev.forewarn.cli.replay.PreparedEvent;
import dev.forewarn.cli.show.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city's history is replayed through a real broker: at the fence every open alert appears exactly once. */
class FenceITCase {

    private static final int BUSINESSES = 60;

    private static final Instant FENCE =
            LocalDate.of(2024, 3, 20).atTime(9, 30).atZone(CityHistory.ZONE).toInstant();

    /** From here on alerts close for want of hands, later where their terms begin at the fence. */
    private static final Instant HANDS_MISSED = CityHistory.begin().plus(Duration.ofDays(90));

    @TempDir
    private Path folder;

    @Test
    void atTheFenceEveryOpenAlertAppearsExactlyOnceAndNothingBefore() throws Exception {
        List<PreparedEvent> events = CityHistory.of(BUSINESSES, 12, 7);
        List<Alert> all = alerts("all", events, Optional.empty());
        List<Alert> fenced = alerts("fenced", events, Optional.of(FENCE));

        List<Alert> snapshots = fenced.stream()
                .filter(alert -> alert.getCause() == Cause.SNAPSHOT)
                .toList();
        assertThat(snapshots).hasSizeGreaterThan(BUSINESSES / 4);
        assertThat(snapshots).allSatisfy(alert -> {
            assertThat(alert.getTransition()).isEqualTo(Transition.RAISED);
            assertThat(alert.getAt()).isEqualTo(FENCE);
        });
        assertThat(snapshots.stream().map(Alert::getAlertId))
                .as("each once")
                .containsExactlyInAnyOrderElementsOf(openAtFence(all));
        assertThat(fenced).noneMatch(alert -> alert.getAt().isBefore(FENCE));
        assertThat(raisedSince(fenced)).as("what opens later is the same").isEqualTo(raisedSince(all));
    }

    private List<Alert> alerts(String name, List<PreparedEvent> events, Optional<Instant> publishFrom)
            throws Exception {
        List<Alert> alerts = new ArrayList<>();
        try (Running running = Here.start(folder.resolve(name), publishFrom)) {
            String servers = running.installation().bootstrapServers();
            Replayed.publish(servers, events, CityHistory.begin(), CityHistory.end());
            assertThat(Replayed.awaitEnd(servers, BUSINESSES).rejects()).isEmpty();
            try (TopicReader reader = new TopicReader(servers, Replayed.TOPICS.alerts())) {
                reader.readAll(message -> alerts.add(Harvest.decoded(message.value(), Alert.class)));
            }
        }
        return alerts;
    }

    /** The alerts that were open just before the fence. */
    private static List<String> openAtFence(List<Alert> all) {
        TreeMap<String, Alert> last = new TreeMap<>();
        all.stream()
                .filter(alert -> alert.getAt().isBefore(FENCE))
                .forEach(alert -> last.merge(
                        alert.getAlertId(),
                        alert,
                        (one, other) -> other.getRevision() > one.getRevision() ? other : one));
        return last.values().stream()
                .filter(alert -> alert.getHandling() != Handling.CLOSED)
                .map(Alert::getAlertId)
                .toList();
    }

    private static List<String> raisedSince(List<Alert> alerts) {
        return alerts.stream()
                .filter(alert -> alert.getTransition() == Transition.RAISED
                        && !alert.getOpenedAt().isBefore(FENCE)
                        && alert.getOpenedAt().isBefore(HANDS_MISSED))
                .map(Alert::getAlertId)
                .distinct()
                .sorted()
                .toList();
    }
}
