package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.Cause;
import dev.forewarn.core.alert.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alert after its newest transition.
 *
 * @param revision transitions so far
 * @param reference for a crossing the class that it was raised against, else empty
 * @param isClassified whether a month end has confirmed it
 * @param evidence the records that it rested on when its level last changed, newest first
 * @param fell what made it fall below its level
 * @param belowSinceMs since when its condition gives it less than its level; null while it does not
 */
record PlainAlert(
        PlainKey key,
        Level level,
        long openedAtMs,
        int revision,
        String reference,
        boolean isClassified,
        List<String> evidence,
        @Nullable Long belowSinceMs,
        @Nullable Cause fell) {

    /** Not yet raised. */
    static PlainAlert opening(PlainKey key, long atMs, String reference) {
        return new PlainAlert(key, Level.BLUE, atMs, 0, reference, false, List.of(), null, null);
    }

    /** Raised again in the very instant of its opening: the same alert goes on. */
    PlainAlert reopening(String nextReference) {
        return new PlainAlert(key, level, openedAtMs, revision, nextReference, false, evidence, null, null);
    }

    PlainAlert at(Level next, List<String> nextEvidence) {
        return new PlainAlert(key, next, openedAtMs, revision + 1, reference, isClassified, nextEvidence, null, null);
    }

    PlainAlert below(@Nullable Long sinceMs, @Nullable Cause cause) {
        return new PlainAlert(key, level, openedAtMs, revision, reference, isClassified, evidence, sinceMs, cause);
    }

    PlainAlert shut() {
        return new PlainAlert(
                key, level, openedAtMs, revision + 1, reference, isClassified, evidence, belowSinceMs, fell);
    }

    PlainAlert classified() {
        return new PlainAlert(key, level, openedAtMs, revision + 1, reference, true, evidence, belowSinceMs, fell);
    }
}
