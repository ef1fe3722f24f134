package dev.forewarn.core.assess;

import org.jspecify.annotations.Nullable;

/**
 * How our class of a month stands to the official platform's.
 *
 * @param official the platform's class
 * @param difference by how many classes ours is worse, negative if better; null if the scheme does not know the
 *     platform's
 * @param reason why they differ, null if they do not
 */
public record Reconciliation(
        String domain,
        String official,
        @Nullable Integer difference,
        @Nullable Reason reason) {

    /** Why two classes differ; the first that explains it. */
    public enum Reason {
        /** On the facts that are known by now ours would be the platform's. */
        LATE_FACTS("late-facts"),
        /** Without direct rules it would. */
        DIRECT_RULE("direct-rule"),
        /** Under another mode of fusion it would. */
        FUSION_MODE("fusion-mode"),
        /** The platform's is none of the scheme's classes. */
        UNKNOWN_CLASS("unknown-class"),
        UNEXPLAINED("unexplained");

        private final String wireName;

        Reason(String wireName) {
            this.wireName = wireName;
        }

        /** The name in messages; never changed. */
        public String wireName() {
            return wireName;
        }
    }
}
