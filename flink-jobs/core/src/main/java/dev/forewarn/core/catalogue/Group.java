package dev.forewarn.core.catalogue;

import dev.forewarn.core.indicator.Label;

/**
 * A first- or second-level heading under which indicators are summed for people.
 *
 * @param id such as {@code G3} or {@code G3.1}
 * @param parent id of the group that it belongs to; empty at the top
 */
public record Group(String id, Label name, String parent) {}
