package dev.forewarn.engine.state;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A catalogue as text, and when it takes effect. The compiled form never enters state.
 *
 * @param version hash of its content
 * @param effectiveAtMs instant on the entity's clock from which on it is in force, in ms since 1970; {@link #ALWAYS}
 *     for the one that the job was submitted with
 * @param publishedAtMs when the broker took it in, in ms since 1970; {@link #ALWAYS} for the submitted one
 */
public record BundleText(String version, long effectiveAtMs, long publishedAtMs, String text)
        implements Comparable<BundleText>, Serializable {

    /** Before everything. */
    public static final long ALWAYS = Long.MIN_VALUE;

    private static final Comparator<BundleText> ORDER = Comparator.comparingLong(BundleText::effectiveAtMs)
            .thenComparingLong(BundleText::publishedAtMs)
            .thenComparing(BundleText::version);

    /** The bundle that a job is submitted with. */
    public static BundleText submitted(String version, String text) {
        return new BundleText(version, ALWAYS, ALWAYS, text);
    }

    /** Whether there is no catalogue in it: it ends a shadow stage. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Names the publication: the same content may be published again, to roll back. */
    public String publication() {
        return version + "@" + publishedAtMs;
    }

    /** The order in which bundles take effect. */
    @Override
    public int compareTo(BundleText other) {
        return ORDER.compare(this, other);
    }
}
