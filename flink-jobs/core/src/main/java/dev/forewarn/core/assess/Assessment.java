package dev.forewarn.core.assess;

import dev.forewarn.core.fact.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entity at one instant: where it stands and why.
 *
 * @param atMs instant on the entity's clock
 * @param day the calendar day that was assessed, days since 1970-01-01
 * @param profile null if the entity is not registered
 * @param headline the worst fused class of all domains
 * @param standings one for each domain that the entity stands in, in the catalogue's order
 * @param contributions those that are not nothing, in the catalogue's order
 * @param direct the direct rules that hold, in the catalogue's order
 * @param changes what has changed since the last monthly classification
 * @param monthEnd where each domain will stand at the end of the month, if nothing happens
 * @param forecast the classes that time alone will bring, in their order
 * @param waysDown what would bring a better class
 * @param nextChange the next day on which time alone may change the standing, or
 *     {@link dev.forewarn.core.time.Horizon#NEVER}
 * @param facts rows kept
 * @param isSaturated whether rows had to be dropped for want of room
 * @param words what people call the domains, and when by their clock
 */
public record Assessment(
        String entityId,
        long atMs,
        int day,
        @Nullable Profile profile,
        String headline,
        List<DomainStanding> standings,
        List<Contribution> contributions,
        List<HeldRule> direct,
        List<Change> changes,
        List<MonthEndClass> monthEnd,
        List<ForecastStep> forecast,
        List<WayDown> waysDown,
        int nextChange,
        int facts,
        boolean isSaturated,
        String catalogueVersion,
        Vocabulary words) {

    public Assessment {
        standings = List.copyOf(standings);
        contributions = List.copyOf(contributions);
        direct = List.copyOf(direct);
        changes = List.copyOf(changes);
        monthEnd = List.copyOf(monthEnd);
        forecast = List.copyOf(forecast);
        waysDown = List.copyOf(waysDown);
    }
}
