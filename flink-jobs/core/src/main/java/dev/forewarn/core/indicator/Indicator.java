package dev.forewarn.core.indicator;

import dev.forewarn.core.fact.FactCondition;

/**
 * A number that earns points in a scheme.
 *
 * @param id unique in its scheme, such as {@code G3.1.1}
 * @param group id of the group that it belongs to; empty if it belongs to none
 * @param reading position of the reading in the catalogue
 * @param isStatic whether it says what a business is, not what it does: alone it makes the class of a newcomer
 * @param applies asked of the profile: kinds of business for which it counts; a business without a profile has it count
 * @param basis legal or technical ground, for the handbook; may be empty
 */
public record Indicator(
        String id,
        Label name,
        String group,
        int reading,
        Points points,
        boolean isStatic,
        FactCondition applies,
        String basis) {

    /** One that counts for every kind of business and belongs to no group. */
    public Indicator(String id, Label name, int reading, Points points, boolean isStatic, String basis) {
        this(id, name, "", reading, points, isStatic, FactCondition.ALWAYS, basis);
    }
}
