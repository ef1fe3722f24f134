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

    /** The class of a domain. */
    public record Baseline(String domain, String label) {}

    public Baselines {
        classes = List.copyOf(classes);
    }

    /** The class of a domain, null if the last classification did not have it. */
    public @Nullable String of(String domain) {
        for (Baseline baseline : classes) {
            if (baseline.domain().equals(domain)) {
                return baseline.label();
            }
        }
        return null;
    }
}
