package dev.forewarn.engine.wire;

import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Origin;
import dev.forewarn.avro.Standing;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.assess.DomainStanding;
import dev.forewarn.core.assess.Reconciliation;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.fact.Profile;
import java.time.Instant;
import java.time.YearMonth;

/** Month-end classes as messages. */
public final class MonthlyClassEncoding {

    private MonthlyClassEncoding() {}

    /** The message. It has no explanation that could grow: 16 standings at most. */
    public static Outbound encode(Output.MonthClosed closed) {
        MonthlyClass message = new MonthlyClass();
        message.setEntityId(closed.entityId());
        message.setRecordedAt(Instant.ofEpochMilli(closed.atMs()));
        message.setMonth(YearMonth.of(Math.floorDiv(closed.month(), 12), Math.floorMod(closed.month(), 12) + 1)
                .toString());
        message.setOrigin(Origin.ENGINE);
        message.setStandings(closed.standings().stream()
                .map(standing -> standing(standing, closed))
                .toList());
        message.setBaseline(closed.baseline().wireName());
        message.setHeadlineClass(closed.headline());
        Profile profile = closed.profile();
        if (profile != null) {
            message.setEntityName(profile.name());
            message.setDivision(profile.division());
            message.setGrid(profile.grid());
        }
        message.setCatalogueVersion(closed.catalogueVersion());
        return Outbound.of(Outbound.Channel.CLASSES, closed.entityId(), Wire.encode(message));
    }

    private static Standing standing(DomainStanding ours, Output.MonthClosed closed) {
        Standing message = WireValues.standing(ours);
        for (Reconciliation other : closed.reconciliation()) {
            if (other.domain().equals(ours.domain())) {
                Reconciliation.Reason reason = other.reason();
                message.setPlatformClass(other.official());
                message.setDifference(other.difference());
                message.setDifferenceReason(reason == null ? null : reason.wireName());
            }
        }
        return message;
    }
}
