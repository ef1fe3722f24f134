package dev.forewarn.console.store;

import dev.forewarn.console.ingest.Batch;
import java.time.Instant;

/** Writes what concerns one table, or a few that belong together. */
public interface Rows {

    /**
     * Writes within the transaction of the batch. What comes twice leaves things as they are.
     *
     * @param now this machine's clock, for retention
     */
    void write(Batch batch, Instant now);
}
