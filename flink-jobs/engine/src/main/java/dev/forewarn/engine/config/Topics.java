package dev.forewarn.engine.config;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The topics of one installation.
 *
 * @param prefix what all names begin with
 */
public record Topics(String prefix) implements Serializable {

    /** What stands in the place of a domain where the alerts are those of the shadow stage. */
    static final String SHADOW = "shadow";

    private static final String DELETE = "delete";
    private static final String COMPACT = "compact";
    private static final String FOR_EVER = "-1";
    private static final String DAYS_400 = Long.toString(400L * 24 * 3_600_000);

    /**
     * A topic as it should be created.
     *
     * @param partitions fixed for the life of an installation
     * @param settings settings of the topic in Kafka's names
     */
    public record Plan(String name, int partitions, Map<String, String> settings) {
        public Plan {
            settings = Map.copyOf(settings);
        }
    }

    /** The one log of each entity: events, ticks, people's steps about alerts, and official classes. */
    public String events() {
        return prefix + "events.v1";
    }

    /** People's steps about alerts, from those who may not write to the log. */
    public String disposals() {
        return prefix + "disposals.v1";
    }

    /** Catalogue bundles as text; the key is the stage. */
    public String catalogue() {
        return prefix + "catalogue.v1";
    }

    /** Every transition of every alert. */
    public String alerts() {
        return prefix + "alerts.v1";
    }

    /** The alerts of one team. */
    public String alertsOf(String domain) {
        return prefix + "alerts." + domain + ".v1";
    }

    /** What the alerts of a catalogue in the shadow stage do. */
    public String shadowAlerts() {
        return alertsOf(SHADOW);
    }

    /** Alerts that have been orange or red, for case-handling systems. */
    public String cases() {
        return prefix + "cases.v1";
    }

    /** The newest assessment of each entity. */
    public String assessments() {
        return prefix + "assessments.v1";
    }

    /** Month-end classes. */
    public String classes() {
        return prefix + "classes.v1";
    }

    /** A verdict on every catalogue that was published. */
    public String audit() {
        return prefix + "audit.v1";
    }

    /** Refused inputs. */
    public String rejects() {
        return prefix + "rejects.v1";
    }

    /**
     * All topics as they should be created. The log stamps records itself, so that the verdict on a stamp is the same
     * on every reading; it and the catalogues are kept for ever, since a rebuilt job reads them from the start.
     *
     * @param partitions of the log and of what is keyed by entity, at least 1
     * @param domains domains with a topic of their own
     */
    public List<Plan> plans(int partitions, Collection<String> domains) {
        List<Plan> plans = new ArrayList<>();
        plans.add(log(events(), partitions));
        plans.add(new Plan(
                disposals(),
                1,
                Map.of("cleanup.policy", DELETE, "retention.ms", DAYS_400, "message.timestamp.type", "LogAppendTime")));
        plans.add(log(catalogue(), 1));
        plans.add(plan(alerts(), partitions, DELETE, DAYS_400));
        domains.forEach(domain -> plans.add(plan(alertsOf(domain), partitions, DELETE, DAYS_400)));
        plans.add(plan(shadowAlerts(), partitions, DELETE, DAYS_400));
        plans.add(plan(cases(), partitions, DELETE, DAYS_400));
        plans.add(plan(assessments(), partitions, COMPACT, FOR_EVER));
        plans.add(plan(classes(), partitions, DELETE, DAYS_400));
        plans.add(plan(audit(), 1, DELETE, FOR_EVER));
        plans.add(plan(rejects(), partitions, DELETE, DAYS_400));
        return plans;
    }

    private static Plan log(String name, int partitions) {
        return new Plan(
                name,
                partitions,
                Map.of("cleanup.policy", DELETE, "retention.ms", FOR_EVER, "message.timestamp.type", "LogAppendTime"));
    }

    private static Plan plan(String name, int partitions, String cleanUp, String retentionMs) {
        return new Plan(name, partitions, Map.of("cleanup.policy", cleanUp, "retention.ms", retentionMs));
    }
}
