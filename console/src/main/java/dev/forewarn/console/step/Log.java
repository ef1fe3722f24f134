package dev.forewarn.console.step;

import dev.forewarn.avro.Disposal;

/** The log of the installation, as far as it is written to here. */
public interface Log {

    /**
     * Writes a step and waits until the broker has it.
     *
     * @throws StepRefused with the reason log-away if the broker does not answer in time
     */
    void write(Disposal step);
}
