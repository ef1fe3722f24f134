package dev.forewarn.core.assess;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fused classes of the last monthly classification, by domain.
 *
 * @param classes empty before the first month end
 */
public record Baselines(List<Baseline> classes) {

    public static final Baselines NONE = new Baselines(List.of());

    /**
     * The class of a domain.
     *
     * @param score that led to it
     * @param parts what made up the score, so that a later change can be told apart from the level
     */
    public record Baseline(String domain, String label, int score, List<Part> parts) {
        public Baseline {
            parts = List.copyOf(parts);
        }
    }

    /** What an indicator or mitigation added to the score. */
    public record Part(String id, int points) {}

    public Baselines {
        classes = List.copyOf(classes);
    }

    /** The class of a domain, null if the last classification did not have it. */
    public @Nullable String of(String domain) {
        Baseline baseline = find(domain);
        return baseline == null ? null : baseline.label();
    }

    /** What the last classification said of a domain, null if it did not have it. */
    public @Nullable Baseline find(String domain) {
        for (Baseline baseline : classes) {
            if (baseline.domain().equals(domain)) {
                return baseline;
            }
        }
        return null;
    }
}
