package dev.forewarn.cli.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of the columns of a file and where each stands. */
final class Columns {

    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();

    Columns(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            positions.putIfAbsent(names.get(i), i);
        }
    }

    List<String> names() {
        return names;
    }

    /** Position from 0, or −1. */
    int positionOf(@Nullable Object name) {
        Integer position = positions.get(name);
        return position == null ? -1 : position;
    }
}
