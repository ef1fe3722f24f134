package dev.forewarn.engine.wire;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.SourceState;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.source.Silence;
import dev.forewarn.core.source.WatchedSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What came of reading the state of a source from the topic of catalogues. */
public sealed interface SourceDecoding {

    /**
     * It could be read.
     *
     * @param silence null if the source is not silent
     */
    record Told(String source, @Nullable Silence silence) implements SourceDecoding {}

    /** It could not. */
    record Unreadable(RejectReason reason, String detail) implements SourceDecoding {}

    /** Reads a message. Never throws. */
    static SourceDecoding of(byte @Nullable [] message) {
        Decoded<SourceState> decoded = Wire.decode(message, SourceState.class);
        if (decoded instanceof Decoded.Value<SourceState> value) {
            SourceState state = value.value();
            LocalDate since = state.getSilentSince();
            return new Told(
                    state.getSource(),
                    since == null ? null : new Silence(state.getSource(), day(since), day(state.getNewestDay())));
        }
        Decoded.Refused<SourceState> refused = (Decoded.Refused<SourceState>) decoded;
        return new Unreadable(RejectReason.of(refused.reason()), refused.detail());
    }

    private static int day(@Nullable LocalDate date) {
        return date == null ? WatchedSource.NEVER : (int) date.toEpochDay();
    }
}
