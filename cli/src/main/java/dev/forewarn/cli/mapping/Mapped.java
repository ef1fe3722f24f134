package dev.forewarn.cli.mapping;

import dev.forewarn.avro.Event;
import java.util.List;

/** What a mapping makes of a row. */
public sealed interface Mapped {

    /** The row is these events, at least one. */
    record Events(List<Event> events) implements Mapped {
        public Events {
            events = List.copyOf(events);
        }
    }

    /**
     * The mapping leaves such rows out on purpose.
     *
     * @param reason as the mapping gives it
     */
    record Skipped(String reason) implements Mapped {}

    /** The row cannot be mapped; all that is wrong with it. */
    record Rejected(List<RowFault> faults) implements Mapped {
        public Rejected {
            // Two events of one row share what the mapping says by default, and its faults.
            faults = faults.stream().distinct().toList();
        }
    }
}
