package dev.forewarn.console.step;

import dev.forewarn.avro.Event;
import java.util.List;

/** The log of the installation, as far as facts are written to it here. */
public interface FactLog {

    /**
     * Writes events and waits until the broker has them all.
     *
     * @throws StepRefused with the reason log-away if the broker does not answer in time; some may stand on the log
     */
    void write(List<Event> events);
}
