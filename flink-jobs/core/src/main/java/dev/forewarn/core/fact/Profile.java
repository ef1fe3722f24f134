package dev.forewarn.core.fact;

import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.LocalDays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who a business is, read from its fact {@code entity.profile}. */
public record Profile(Fact fact) {

    public @Nullable String name() {
        return fact.attribute(FactPacking.NAME);
    }

    /** Kind of business, such as {@code enterprise} or {@code self-employed}. */
    public @Nullable String kind() {
        return fact.attribute("kind");
    }

    public @Nullable String status() {
        return fact.attribute("status");
    }

    public @Nullable String division() {
        return fact.attribute(FactPacking.DIVISION);
    }

    public @Nullable String grid() {
        return fact.attribute(FactPacking.GRID);
    }

    public List<String> domains() {
        return fact.domains();
    }

    /** Whether the business has been struck off the register by the end of a day: its profile has ended. */
    public boolean isDeregistered(LocalDays days, int today) {
        return fact.endedAtMs() != Exact.ABSENT && days.dayOf(fact.endedAtMs()) <= today;
    }

    /** The day on which the registration ends, or {@link Integer#MAX_VALUE}. */
    public int lastDay(LocalDays days) {
        return fact.endedAtMs() == Exact.ABSENT ? Integer.MAX_VALUE : days.dayOf(fact.endedAtMs());
    }
}
