package dev.forewarn.core.assess;

import dev.forewarn.core.fact.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A short look at one entity on one day: where it stands, without the reasons in words.
 *
 * @param profile null if the entity is not registered
 * @param headline the worst fused class of all domains, empty if it stands in none
 * @param standings one for each domain that the entity stands in, in the catalogue's order
 * @param readings one for each indicator that counts for the entity, in the catalogue's order
 */
public record Look(
        @Nullable Profile profile, String headline, List<DomainStanding> standings, List<IndicatorReading> readings) {

    public Look {
        standings = List.copyOf(standings);
        readings = List.copyOf(readings);
    }
}
