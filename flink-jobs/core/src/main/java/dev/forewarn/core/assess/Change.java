package dev.forewarn.core.assess;

/**
 * What an indicator or mitigation has added to a score since the last monthly classification. The changes of a domain
 * add up to the change of its score.
 *
 * @param before its part then, 0 if it had none
 * @param now its part now, 0 if it has none
 */
public record Change(String domain, String id, int before, int now) {}
