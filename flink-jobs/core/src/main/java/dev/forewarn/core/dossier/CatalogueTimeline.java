package dev.forewarn.core.dossier;

import dev.forewarn.core.catalogue.Catalogue;
import java.util.List;

/**
 * The catalogues in the order in which they take effect. One takes effect for an entity when the entity's clock passes
 * its instant, so that the same log gives the same history however fast it is read.
 */
public record CatalogueTimeline(List<Entry> entries) {

    /**
     * A catalogue and when it takes effect.
     *
     * @param effectiveAtMs instant from which on it is in force; {@link Long#MIN_VALUE} for the first
     */
    public record Entry(long effectiveAtMs, Catalogue catalogue) {}

    public CatalogueTimeline {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || entries.get(0).effectiveAtMs() != Long.MIN_VALUE) {
            throw new IllegalArgumentException("a timeline starts with a catalogue that has always been in force");
        }
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).effectiveAtMs() < entries.get(i - 1).effectiveAtMs()) {
                throw new IllegalArgumentException(
                        "the catalogues of a timeline must stand in the order of their instants");
            }
        }
    }

    /** The entry in force at an instant, in ms since 1970. */
    public Entry at(long instantMs) {
        Entry inForce = entries.get(0);
        for (int i = 1; i < entries.size() && entries.get(i).effectiveAtMs() <= instantMs; i++) {
            inForce = entries.get(i);
        }
        return inForce;
    }

    /** One catalogue for all time. */
    public static CatalogueTimeline of(Catalogue catalogue) {
        return new CatalogueTimeline(List.of(new Entry(Long.MIN_VALUE, catalogue)));
    }
}
