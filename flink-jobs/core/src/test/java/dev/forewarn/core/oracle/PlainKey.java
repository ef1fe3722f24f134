package dev.forewarn.core.oracle;

/**
 * What an alert is about: at most one per rule and subject is open.
 *
 * @param subject empty where the rule has one alert per entity
 */
record PlainKey(String ruleId, String subject) implements Comparable<PlainKey> {

    @Override
    public int compareTo(PlainKey other) {
        int order = ruleId.compareTo(other.ruleId);
        return order != 0 ? order : subject.compareTo(other.subject);
    }
}
