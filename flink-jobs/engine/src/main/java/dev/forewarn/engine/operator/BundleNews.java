package dev.forewarn.engine.operator;

import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.wire.CatalogueRecord;

/**
 * What the check of catalogues has to tell all subtasks. Flat, so that Flink sends it without Kryo.
 *
 * @param bundle sound; without text it ends the shadow stage
 * @param about the record that it comes from, without its text unless that tells of a source
 */
public record BundleNews(Stage stage, BundleText bundle, CatalogueRecord about) {

    /** What a bundle is for. */
    public enum Stage {
        /** To be tried, and put in force if the verdict allows it. */
        CANDIDATE,
        /** To be in force. */
        LIVE,
        /** To be assessed beside the one in force. */
        SHADOW,
        /** No bundle: the record tells whether a source is silent. */
        SOURCE
    }

    /** What a record says of a source. */
    static BundleNews ofSource(CatalogueRecord record) {
        return new BundleNews(
                Stage.SOURCE, new BundleText("", record.appendedAtMs(), record.appendedAtMs(), ""), record);
    }
}
