package dev.forewarn.core.assess;

import dev.forewarn.core.catalogue.BaselineSource;
import dev.forewarn.core.event.OfficialClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the last monthly classification said, ours and the official platform's.
 *
 * @param classes ours; empty before the first month end, and if the last one did not have the entity
 * @param official the newest of the platform; null if it has sent none
 */
public record Baselines(List<Baseline> classes, @Nullable OfficialClass official) {

    public static final Baselines NONE = new Baselines(List.of(), null);

    /**
     * Our class of a domain.
     *
     * @param parts what made up the score, so that a later change can be told apart from the level
     */
    public record Baseline(DomainStanding standing, List<Part> parts) {
        public Baseline {
            parts = List.copyOf(parts);
        }
    }

    /** What an indicator or mitigation added to the score. */
    public record Part(String id, int points) {}

    public Baselines {
        classes = List.copyOf(classes);
    }

    /** The class that a domain is measured against, null if the last classification did not have it. */
    public @Nullable String of(String domain, BaselineSource source) {
        String given = source == BaselineSource.PLATFORM && official != null
                ? official.labels().get(domain)
                : null;
        if (given != null) {
            return given;
        }
        for (Baseline baseline : classes) {
            if (baseline.standing().domain().equals(domain)) {
                return baseline.standing().fusedLabel();
            }
        }
        return null;
    }

    /** Ours of a new month, none if it did not have the entity; the platform's stays until it sends another. */
    public Baselines with(List<Baseline> own) {
        return new Baselines(own, official);
    }

    /** The newer of two official classes: by month, then by when it was recorded, then by what it says. */
    public Baselines with(OfficialClass other) {
        return official == null || isNewer(other, official) ? new Baselines(classes, other) : this;
    }

    private static boolean isNewer(OfficialClass one, OfficialClass other) {
        if (one.month() != other.month()) {
            return one.month() > other.month();
        }
        return one.recordedAtMs() != other.recordedAtMs()
                ? one.recordedAtMs() > other.recordedAtMs()
                : one.labels().toString().compareTo(other.labels().toString()) > 0;
    }
}
