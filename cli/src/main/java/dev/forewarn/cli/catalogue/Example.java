package dev.forewarn.cli.catalogue;

import dev.forewarn.core.event.Event;
import dev.forewarn.engine.document.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expert expects of a catalogue: given these facts, on this day, so many points for these reasons.
 *
 * @param place where it stands in its file
 * @param facts in the order in which they became known
 * @param day the day at whose end the business is looked at, days since 1970-01-01
 * @param domains expectations by domain
 * @param headline the worst class; null: not said
 * @param alerts all alerts that are open then; null: not said
 */
public record Example(
        String name,
        Place place,
        List<Event> facts,
        int day,
        Map<String, Expected> domains,
        @Nullable String headline,
        @Nullable List<OpenAlert> alerts) {

    /** The business of all examples. */
    static final String ENTITY = "EXAMPLE";

    public Example {
        facts = List.copyOf(facts);
        domains = Map.copyOf(domains);
        alerts = alerts == null ? null : List.copyOf(alerts);
    }

    /**
     * What is expected in one domain; null: not said.
     *
     * @param label class of the domain itself
     * @param fused class after fusion with the general scheme
     * @param reasons all parts of the score that are not 0, by indicator; they add up to the score
     */
    public record Expected(
            @Nullable Integer score,
            @Nullable String label,
            @Nullable String fused,
            @Nullable Map<String, Integer> reasons) {
        public Expected {
            reasons = reasons == null ? null : Map.copyOf(reasons);
        }
    }

    /**
     * An alert that is open.
     *
     * @param subject what it is about; empty where the rule has one alert for a business
     * @param level in lower case
     */
    public record OpenAlert(String rule, String subject, String level) {
        @Override
        public String toString() {
            return level + " " + rule + (subject.isEmpty() ? "" : " (" + subject + ")");
        }
    }
}
