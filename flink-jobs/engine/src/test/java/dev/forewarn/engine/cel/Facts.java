package dev.forewarn.engine.cel;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.FactPacking;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Facts for conditions to look at. */
final class Facts {

    private Facts() {}

    /** What a condition can look at. */
    static final class Draft {
        @Nullable
        String severity;

        @Nullable
        String subject;

        @Nullable
        Long amountMinor;

        final TreeMap<String, String> attributes = new TreeMap<>();
        final TreeMap<String, Long> numbers = new TreeMap<>();
    }

    static Fact with(Consumer<Draft> filling) {
        Draft draft = new Draft();
        filling.accept(draft);
        Event event = new Event(
                "e1",
                1000,
                "penalty.decided",
                "key-1",
                0,
                Op.ASSERT,
                null,
                List.of(),
                1000,
                null,
                null,
                "source-1",
                null,
                null,
                draft.severity,
                draft.amountMinor,
                draft.subject,
                draft.attributes,
                draft.numbers);
        Set<String> retained = new HashSet<>(draft.attributes.keySet());
        retained.addAll(draft.numbers.keySet());
        return FactPacking.pack(event, retained);
    }
}
