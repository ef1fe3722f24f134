package dev.forewarn.cli.history;

import dev.forewarn.engine.wire.Decoding;
import dev.forewarn.engine.wire.DisposalDecoding;
import dev.forewarn.engine.wire.EventDecoding;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.OfficialDecoding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the log holds about one business, in its order and still encoded: a partition fits into memory. */
public final class EntityLog {

    private final String entityId;
    private final List<LogRecord> messages = new ArrayList<>();

    EntityLog(String entityId) {
        this.entityId = entityId;
    }

    void add(LogRecord message) {
        messages.add(message);
    }

    public String entityId() {
        return entityId;
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** Whether there is more than events: classes of the official platform, or people's steps, which have an order. */
    public boolean hasOrder() {
        return messages.stream().anyMatch(message -> message.kind() != LogRecord.Kind.EVENT);
    }

    /** All that keeps to the contract, each message as what it does to a playback. */
    public List<Consumer<Playback>> steps() {
        return stepsBefore(Long.MAX_VALUE);
    }

    /**
     * What was known before an instant, in ms since 1970. Known is what the clock of the business says: a message that
     * came behind a later one was known only with that.
     */
    public List<Consumer<Playback>> stepsBefore(long instantMs) {
        List<Consumer<Playback>> steps = new ArrayList<>();
        long clockMs = Long.MIN_VALUE;
        for (LogRecord message : messages) {
            Known known = known(message);
            if (known != null) {
                clockMs = Math.max(clockMs, known.recordedAtMs());
                if (clockMs >= instantMs) {
                    return steps;
                }
                steps.add(known.step());
            }
        }
        return steps;
    }

    /** What a message that keeps to the contract does, and when it was published. */
    private record Known(long recordedAtMs, Consumer<Playback> step) {}

    private static @Nullable Known known(LogRecord message) {
        return switch (message.kind()) {
            case EVENT -> known(message, EventDecoding.of(message.bytes()), Playback::apply);
            case OFFICIAL -> known(message, OfficialDecoding.of(message.bytes()), Playback::apply);
            case DISPOSAL -> known(message, DisposalDecoding.of(message.bytes()), Playback::apply);
            case TICK, REJECT -> null;
        };
    }

    private static <T> @Nullable Known known(
            LogRecord message, Decoding<T> decoding, BiConsumer<Playback, T> application) {
        return decoding instanceof Decoding.Accepted<T> accepted
                ? new Known(message.recordedAtMs(), playback -> application.accept(playback, accepted.value()))
                : null;
    }
}
