package dev.forewarn.console.catalogue;

/**
 * What may be found, out of the catalogue's list.
 *
 * @param meaning confirmed, refuted, excluded, unknown: what it is to the figures of precision
 */
public record Outcome(String id, String nameZh, String nameEn, String meaning) {}
