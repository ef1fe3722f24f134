package dev.forewarn.core.alert;

/**
 * A condition that holds on a day.
 *
 * @param subject what it is about, empty where the rule has one alert per entity
 */
public record Holding(String ruleId, String subject, Level level) implements Comparable<Holding> {

    @Override
    public int compareTo(Holding other) {
        int order = ruleId.compareTo(other.ruleId);
        return order != 0 ? order : subject.compareTo(other.subject);
    }
}
