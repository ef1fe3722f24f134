package dev.forewarn.core.indicator;

/**
 * A number that earns points in a scheme.
 *
 * @param id unique in its scheme, such as {@code G3.1.1}
 * @param reading position of the reading in the catalogue
 * @param isStatic whether it says what a business is, not what it does: alone it makes the class of a newcomer
 * @param basis legal or technical ground, for the handbook; may be empty
 */
public record Indicator(String id, Label name, int reading, Points points, boolean isStatic, String basis) {}
