package dev.forewarn.engine.wire;

import dev.forewarn.avro.Tick;
import dev.forewarn.avro.Wire;
import java.time.Instant;

/** Ticks as messages. */
public final class TickEncoding {

    private TickEncoding() {}

    /** The message that announces an instant, in ms since 1970. */
    public static byte[] encode(long atMs) {
        Tick tick = new Tick();
        tick.setAt(Instant.ofEpochMilli(atMs));
        return Wire.encode(tick);
    }
}
