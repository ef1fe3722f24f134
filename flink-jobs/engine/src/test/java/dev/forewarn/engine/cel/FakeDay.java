package dev.forewarn.engine.cel;

import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.DayView;
import dev.forewarn.core.indicator.FakeReadings;
import dev.forewarn.core.indicator.Reading;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Horizon;
import dev.forewarn.core.time.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A catalogue that knows every name but {@code unknown}, and a day whose readings a test sets. */
final class FakeDay implements DayNames, DayView {

    private final List<String> names = new ArrayList<>();
    private final Map<Integer, Reading> readings = new HashMap<>();
    private final Horizon horizon = new Horizon();
    final int[] scores = new int[2];
    final int[] ranks = new int[2];
    final int[] earlier = new int[2];

    int position(String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return names.indexOf(name);
    }

    void put(String name, Reading reading) {
        readings.put(position(name), reading);
    }

    @Override
    public int reading(Aggregate aggregate, String measure, @Nullable Window window, Consumer<String> refuse) {
        return find("no measure", measure, aggregate + " " + measure + " " + window, refuse);
    }

    @Override
    public int indicator(String id, Consumer<String> refuse) {
        return find("no indicator", id, "indicator " + id, refuse);
    }

    @Override
    public int scheme(String domain, Consumer<String> refuse) {
        int found = List.of("general", "drug").indexOf(domain);
        if (found < 0) {
            refuse.accept("no scheme '" + domain + "'");
        }
        return found;
    }

    @Override
    public int rank(int scheme, String label, Consumer<String> refuse) {
        int found = List.of("A", "B", "C", "D").indexOf(label);
        if (found < 0) {
            refuse.accept("no class '" + label + "'");
        }
        return found;
    }

    private int find(String rule, String name, String key, Consumer<String> refuse) {
        if (name.equals("unknown")) {
            refuse.accept(rule + " '" + name + "'");
            return NONE;
        }
        return position(key);
    }

    @Override
    public int today() {
        return 100;
    }

    @Override
    public Reading reading(int position) {
        return readings.getOrDefault(position, FakeReadings.of(Exact.ABSENT, 0, Horizon.NEVER));
    }

    @Override
    public int score(int scheme) {
        return scores[scheme];
    }

    @Override
    public int staticScore(int scheme) {
        return earlier[scheme] / 2;
    }

    @Override
    public int earlierScore(int scheme, int days) {
        return earlier[scheme];
    }

    @Override
    public int fusedRank(int scheme) {
        return ranks[scheme];
    }

    @Override
    public Horizon horizon() {
        return horizon;
    }
}
