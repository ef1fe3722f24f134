package dev.forewarn.core.dossier;

import dev.forewarn.core.alert.AlertChange;
import dev.forewarn.core.alert.AlertState;
import dev.forewarn.core.alert.Cause;
import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.assess.DomainStanding;
import dev.forewarn.core.assess.Reconciliation;
import dev.forewarn.core.catalogue.BaselineSource;
import dev.forewarn.core.fact.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a step has to say. Outputs of one step come in the order of their instants. */
public sealed interface Output {

    /**
     * The standing has changed.
     *
     * @param openAlerts the alerts that are open after it
     */
    record Assessed(Assessment assessment, Cause cause, List<AlertState> openAlerts) implements Output {
        public Assessed {
            openAlerts = List.copyOf(openAlerts);
        }
    }

    /**
     * An alert made a transition.
     *
     * @param alertId its identity over its whole life
     * @param domains teams that it concerns, sorted
     * @param assessment the entity at that instant
     * @param leadDays days from the opening to the end of its month, when the classification would have shown it
     */
    record Alerted(
            String alertId,
            AlertChange change,
            AlertKind kind,
            List<String> domains,
            Assessment assessment,
            int leadDays)
            implements Output {
        public Alerted {
            domains = List.copyOf(domains);
        }
    }

    /** What kind of rule raised an alert. */
    enum AlertKind {
        CROSSING,
        TRIGGER,
        CONDITION,
        PROJECTION
    }

    /**
     * The class of a month.
     *
     * @param month {@code 12 × year + month − 1}
     * @param atMs the midnight that ended the month, or when the platform's classes of it became known
     * @param standings as of the month's last day, from the facts known before its end; the baseline is the month
     *     before
     * @param reconciliation how they compare with the official platform's; empty until it has sent its own
     * @param baseline whose class counts from now on
     */
    record MonthClosed(
            String entityId,
            int month,
            long atMs,
            @Nullable Profile profile,
            String headline,
            List<DomainStanding> standings,
            List<Reconciliation> reconciliation,
            BaselineSource baseline,
            String catalogueVersion)
            implements Output {
        public MonthClosed {
            reconciliation = List.copyOf(reconciliation);
            standings = List.copyOf(standings);
        }
    }
}
