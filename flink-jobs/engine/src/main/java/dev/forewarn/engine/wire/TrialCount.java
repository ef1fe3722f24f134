package dev.forewarn.engine.wire;

/**
 * What came of trying a catalogue on all businesses.
 *
 * @param previousVersion the catalogue that it was compared with
 * @param allowedWorse the share that it might move to a worse class, in ten-thousandths, in [0, 10000]
 * @param entities how many businesses were asked
 * @param worse how many of them it would move to a worse headline class
 * @param better how many of them it would move to a better one
 */
public record TrialCount(String previousVersion, int allowedWorse, long entities, long worse, long better) {

    /** One, in ten-thousandths. */
    public static final int WHOLE = 10_000;

    /** Whether it would move more than it may. */
    public boolean isTooMany() {
        return worse * WHOLE > allowedWorse * entities;
    }

    /** The counts in words. */
    String inWords() {
        return "at most " + allowedWorse + " in 10,000 businesses may be moved to a worse class; of " + entities + ", "
                + worse + " would be, and " + better + " to a better one. The header may-move allows more";
    }
}
