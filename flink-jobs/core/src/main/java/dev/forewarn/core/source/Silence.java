package dev.forewarn.core.source;

/**
 * A source that is silent. Days are days since 1970-01-01 in the zone of the catalogue.
 *
 * @param source the value of {@code source} in its events
 * @param sinceDay the first day of its silence
 * @param newestDay the newest day on which it was heard, {@link WatchedSource#NEVER} if that is not known
 */
public record Silence(String source, int sinceDay, int newestDay) {}
