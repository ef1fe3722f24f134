package dev.forewarn.console.web;

import dev.forewarn.console.month.MonthReport.Move;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Moves between classes as a table: from the class of a row to that of a column. An empty name is no class. */
public final class Moves {

    private final List<String> classes;
    private final Map<String, Long> counts = new HashMap<>();

    Moves(List<Move> moves) {
        TreeSet<String> names = new TreeSet<>();
        for (Move move : moves) {
            names.add(move.from());
            names.add(move.to());
            counts.merge(key(move.from(), move.to()), move.count(), Long::sum);
        }
        names.remove("");
        this.classes = List.copyOf(names);
    }

    private static String key(String from, String to) {
        return from + " " + to;
    }

    /** Classes from the best to the worst. */
    public List<String> classes() {
        return classes;
    }

    public long count(String from, String to) {
        return counts.getOrDefault(key(from, to), 0L);
    }

    /**
     * Whether a move is one to a worse class, to a better one, or none: {@code worse}, {@code better}, {@code same}.
     */
    public String kind(String from, String to) {
        int order = to.compareTo(from);
        return order == 0 ? "same" : order > 0 ? "worse" : "better";
    }

    /** All that moved in a direction, without those that came or went. */
    public long all(String kind) {
        return classes.stream()
                .flatMapToLong(from -> classes.stream()
                        .filter(to -> kind(from, to).equals(kind))
                        .mapToLong(to -> count(from, to)))
                .sum();
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }
}
