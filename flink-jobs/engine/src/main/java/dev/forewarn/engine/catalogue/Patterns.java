package dev.forewarn.engine.catalogue;

import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.engine.cel.DayDialect;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Patterns look at readings that may stand later in the catalogue: each is given its position when it is met, and its
 * condition when all names are known.
 */
final class Patterns {

    static final DayCondition NEVER = new DayCondition.Any(List.of());

    private final ReadingTable table;
    private final Map<Integer, Waiting> waiting = new LinkedHashMap<>();

    private record Waiting(String name, Value when) {}

    Patterns(ReadingTable table) {
        this.table = table;
    }

    /** The position of a pattern whose condition will be read later. */
    int reserve(String name, Value when) {
        int position = table.reserve();
        waiting.put(position, new Waiting(name, when));
        return position;
    }

    /** Reads the conditions, and tells circles. */
    void resolve() {
        waiting.forEach((position, pattern) -> table.fill(position, ReadingSpec.pattern(read(pattern.when(), table))));
        waiting.forEach((position, pattern) -> {
            List<Integer> circle = circle(position, new LinkedHashSet<>());
            if (!circle.isEmpty()) {
                pattern.when()
                        .fault("patterns look at each other in a circle: "
                                + circle.stream().map(this::nameOf).collect(Collectors.joining(" → ")));
            }
        });
        // What goes round in circles has a fault; nothing may follow it.
        waiting.forEach((position, pattern) -> {
            if (!circle(position, new LinkedHashSet<>()).isEmpty()) {
                table.fill(position, ReadingSpec.pattern(NEVER));
            }
        });
    }

    /** A condition that may look at readings only; {@link #NEVER} if it has faults. */
    static DayCondition read(Value when, ReadingTable table) {
        DayCondition condition = when.isPresent() ? DayDialect.condition(when, table) : null;
        if (condition == null) {
            return NEVER;
        }
        if (condition.looksAtResults()) {
            when.fault("'" + when.name() + "' looks at readings only here, since scores and classes rest on it");
            return NEVER;
        }
        return condition;
    }

    /** The way from a pattern back to itself; empty if there is none. */
    private List<Integer> circle(int position, Set<Integer> above) {
        if (above.contains(position)) {
            List<Integer> way = new ArrayList<>(above);
            way.add(position);
            return way.get(0) == position ? way : List.of();
        }
        if (!(table.spec(position).detail() instanceof Detail.Pattern pattern)) {
            return List.of();
        }
        above.add(position);
        for (int part : pattern.when().readings()) {
            List<Integer> way = circle(part, above);
            if (!way.isEmpty()) {
                return way;
            }
        }
        above.remove(position);
        return List.of();
    }

    private String nameOf(int position) {
        Waiting pattern = waiting.get(position);
        return pattern == null ? "?" : pattern.name();
    }
}
