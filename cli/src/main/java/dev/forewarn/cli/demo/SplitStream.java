package dev.forewarn.cli.demo;

import dev.forewarn.cli.replay.EventStream;
import dev.forewarn.cli.replay.PreparedEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A stream in order that can be read in two parts. */
final class SplitStream implements EventStream {

    private final EventStream whole;
    private @Nullable PreparedEvent kept;

    /** Takes the stream, which its owner closes. */
    SplitStream(EventStream whole) {
        this.whole = whole;
    }

    /**
     * The events that became known before an instant, in ms since 1970; what is left is read from the stream itself.
     */
    EventStream before(long instantMs) {
        return new EventStream() {
            @Override
            public @Nullable PreparedEvent next() throws IOException {
                PreparedEvent event = SplitStream.this.next();
                if (event != null && event.recordedAtMs() >= instantMs) {
                    kept = event;
                    return null;
                }
                return event;
            }

            @Override
            public void close() {
                // The whole is closed, not a part of it.
            }
        };
    }

    @Override
    public @Nullable PreparedEvent next() throws IOException {
        PreparedEvent first = kept;
        kept = null;
        return first != null ? first : whole.next();
    }

    @Override
    public void close() {
        kept = null;
    }
}
