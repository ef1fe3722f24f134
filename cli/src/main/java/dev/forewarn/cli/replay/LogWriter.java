package dev.forewarn.cli.replay;

import java.io.IOException;

/** The log of a job, as far as a replay writes to it. Messages of one partition arrive in the order they were given. */
public interface LogWriter {

    int partitions();

    /** Gives a message about one entity to the partition of that entity. */
    void write(String entityId, byte[] message) throws IOException;

    /** Gives a message to one partition, from 0. */
    void writeTo(int partition, byte[] message) throws IOException;

    /** Waits until everything that was given is stored. */
    void flush() throws IOException;
}
