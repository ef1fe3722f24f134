package dev.forewarn.console.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How reading goes: what the health page shows. */
@Component
public final class IngestStatus {

    /** What reading is at. */
    public enum State {
        /** It has not begun. */
        STARTING,
        /** It reads, or waits for news. */
        READING,
        /** The broker does not answer. */
        BROKER_AWAY,
        /** The database does not answer; what was read is held until it does. */
        DATABASE_AWAY,
        STOPPED
    }

    /**
     * How reading goes at an instant.
     *
     * @param detail what is wrong, for people; empty if nothing
     * @param since when it came into this state
     * @param lag records that are on the topics and not yet read; -1 if not known
     * @param lags the same for each partition whose lag is known, by topic and partition
     * @param missing topics that do not exist
     * @param lastBatchAt when something was last written; null if nothing was since the start
     */
    public record Report(
            State state,
            String detail,
            Instant since,
            long lag,
            List<Lag> lags,
            List<String> missing,
            long messages,
            @Nullable Instant lastBatchAt) {}

    /** Records of a partition that are not yet read. */
    public record Lag(String topic, int partition, long records) {}

    private final Clock clock;
    private State state = State.STARTING;
    private String detail = "";
    private Instant since;
    private long lag = -1;
    private List<Lag> lags = List.of();
    private List<String> missing = List.of();
    private long messages;
    private @Nullable Instant lastBatchAt;

    public IngestStatus(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    public synchronized Report report() {
        return new Report(state, detail, since, lag, lags, missing, messages, lastBatchAt);
    }

    synchronized void is(State now, String why) {
        if (state != now) {
            since = clock.instant();
        }
        state = now;
        detail = why;
    }

    synchronized void wrote(int count) {
        messages += count;
        lastBatchAt = clock.instant();
    }

    synchronized void lagsAre(List<Lag> known) {
        lags = List.copyOf(known);
        lag = known.stream().mapToLong(Lag::records).sum();
    }

    synchronized void missingAre(List<String> topics) {
        missing = List.copyOf(topics);
    }
}
