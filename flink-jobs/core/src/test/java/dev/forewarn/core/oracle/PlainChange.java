package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.Cause;
import dev.forewarn.core.alert.ClearReason;
import dev.forewarn.core.alert.Transition;
import org.jspecify.annotations.Nullable;

/**
 * A transition of an alert.
 *
 * @param reason only where it was cleared
 */
record PlainChange(
        long atMs,
        PlainAlert after,
        Transition transition,
        Cause cause,
        @Nullable ClearReason reason) {}
