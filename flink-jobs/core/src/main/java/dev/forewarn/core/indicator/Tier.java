package dev.forewarn.core.indicator;

import dev.forewarn.core.time.Window;

/**
 * One step of a decay: facts inside the window, and in no shorter one, count by the factor.
 *
 * @param factor scaled by 10⁻⁴, in (0, 1]
 */
public record Tier(Window window, long factor) {}
