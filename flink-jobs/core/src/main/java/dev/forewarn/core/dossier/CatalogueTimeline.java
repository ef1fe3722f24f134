package dev.forewarn.core.dossier;

import dev.forewarn.core.catalogue.Catalogue;
import java.util.List;

/**
 * The catalogues in the order in which they take effect, and the instant from which on anything is published. A
 * catalogue takes effect for an entity when the entity's clock passes its instant, so that the same log gives the same
 * history however fast it is read.
 *
 * @param publishFromMs what happens earlier is lived through and not published; at this instant each entity says where
 *     it stands and which alerts are open; {@link #PUBLISH_ALL} if there is no such instant
 */
public record CatalogueTimeline(List<Entry> entries, long publishFromMs) {

    /** All that ever happens is published. */
    public static final long PUBLISH_ALL = Long.MIN_VALUE;

    /** Catalogues of a log all of which is published. */
    public CatalogueTimeline(List<Entry> entries) {
        this(entries, PUBLISH_ALL);
    }

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
