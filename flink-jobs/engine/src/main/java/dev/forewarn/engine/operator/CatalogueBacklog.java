package dev.forewarn.engine.operator;

import dev.forewarn.engine.wire.CatalogueRecord;
import java.io.Serializable;
import java.util.List;

/**
 * All catalogues that have been published by now. Read whenever the assessing operator starts: after an outage, or when
 * a job is rebuilt from the start of the log, events would otherwise overtake a catalogue that was already in force for
 * them, and the same log would give another history.
 */
@FunctionalInterface
public interface CatalogueBacklog extends Serializable {

    /** Nothing was published. */
    CatalogueBacklog NONE = List::of;

    /** The records in order of publication; blocks until all that there are have been read. */
    List<CatalogueRecord> read() throws Exception;
}
