package dev.forewarn.engine.wire;

/** How large inputs and outputs may be. */
public final class Limits {

    /** Largest message of the log, in bytes. */
    public static final int MESSAGE_BYTES = 256 * 1024;

    /** Largest message that is sent, in bytes. */
    public static final int OUTPUT_BYTES = 512 * 1024;

    /** Longest id, type, name, subject, and name of an attribute, in UTF-16 characters. */
    public static final int TEXT_CHARACTERS = 256;

    /** Longest value of an attribute, in UTF-16 characters. */
    public static final int VALUE_CHARACTERS = 4096;

    /** Most domains, attributes and numbers of an event, each. */
    public static final int VALUES = 64;

    /** How far the stamp of publication may lie after the broker's, in ms: clocks differ. */
    public static final long RECORDED_AHEAD_MS = 5 * 60_000;

    /** How far the event may lie after its publication, in ms: days are local. */
    public static final long OCCURRED_AHEAD_MS = 24 * 3_600_000;

    /** How much of a refused input is sent on, in bytes. */
    public static final int REJECT_INPUT_BYTES = 16 * 1024;

    /** How much of the key of a refused input is sent on, in bytes. */
    public static final int REJECT_KEY_BYTES = 1024;

    /** How long the detail of a reject is, in characters. */
    public static final int REJECT_DETAIL_CHARACTERS = 1000;

    private Limits() {}
}
