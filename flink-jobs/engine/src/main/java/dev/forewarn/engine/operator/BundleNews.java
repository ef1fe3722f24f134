package dev.forewarn.engine.operator;

import dev.forewarn.engine.state.BundleText;

/**
 * What the check of catalogues has to tell all subtasks. Flat, so that Flink sends it without Kryo.
 *
 * @param bundle sound; without text it ends the shadow stage
 */
public record BundleNews(Stage stage, BundleText bundle) {

    /** What a bundle is for. */
    public enum Stage {
        /** To be in force. */
        LIVE,
        /** To be assessed beside the one in force. */
        SHADOW
    }
}
