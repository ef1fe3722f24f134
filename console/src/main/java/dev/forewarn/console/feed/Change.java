package dev.forewarn.console.feed;

import dev.forewarn.avro.Level;
import dev.forewarn.console.access.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That something about an alert is new.
 *
 * @param seq rises with every change; what a reader has seen it names by this
 * @param kind {@code alert} for a new revision, {@code refused} for a step that the engine has refused
 */
public record Change(
        long seq,
        String kind,
        String alertId,
        int revision,
        String transition,
        Level level,
        String entityId,
        List<String> domains,
        @Nullable String division,
        @Nullable String grid) {

    boolean isWithin(Scope scope) {
        return scope.sees(domains, division, grid);
    }
}
