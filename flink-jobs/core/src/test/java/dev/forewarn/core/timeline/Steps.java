package dev.forewarn.core.timeline;

import dev.forewarn.core.handling.Disposal;
import dev.forewarn.core.handling.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes people's steps for stories. */
final class Steps {

    private static final List<String> KNOWN = List.of("outcome", "case", "unit", "comment", "until");

    private Steps() {}

    static Disposal step(String alertId, int revision, String localTime, String name, String... about) {
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < about.length; i += 2) {
            if (!KNOWN.contains(about[i])) {
                throw new IllegalArgumentException("a step says nothing of '" + about[i] + "'");
            }
            said.put(about[i], about[i + 1]);
        }
        String until = said.get("until");
        return new Disposal(
                Events.ENTITY,
                Events.ms(localTime),
                alertId,
                revision,
                Objects.requireNonNull(Step.named(name), name),
                new Disposal.Actor("0a1b", "north", "officer"),
                said.getOrDefault("outcome", ""),
                said.getOrDefault("case", ""),
                said.getOrDefault("unit", ""),
                said.getOrDefault("comment", ""),
                until == null ? null : Events.ms(until),
                Events.ms(localTime));
    }
}
