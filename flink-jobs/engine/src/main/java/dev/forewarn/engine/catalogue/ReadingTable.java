package dev.forewarn.engine.catalogue;

import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.Measure;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.indicator.Tier;
import dev.forewarn.core.score.ClassBands;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Window;
import dev.forewarn.engine.cel.DayNames;
import dev.forewarn.engine.document.Nearest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything in a catalogue that conditions and indicators name, by position. Each reading is held once, whoever reads
 * it.
 */
final class ReadingTable implements DayNames {

    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Map<ReadingSpec, Integer> specs = new LinkedHashMap<>();
    private final Map<String, ClassBands> schemes = new LinkedHashMap<>();
    /** Positions of readings by the id of an indicator, once bare and once behind its domain; those of all schemes. */
    private final Map<String, Map<String, Integer>> indicators = new HashMap<>();

    List<Measure> measures() {
        return List.copyOf(measures.values());
    }

    List<ReadingSpec> specs() {
        return List.copyOf(specs.keySet());
    }

    void add(Measure measure) {
        measures.put(measure.name(), measure);
    }

    /** Adds a scheme; false if its domain has one already. */
    boolean add(String domain, ClassBands bands) {
        return schemes.putIfAbsent(domain, bands) == null;
    }

    void addIndicator(String domain, String id, int reading) {
        indicators.computeIfAbsent(id, each -> new TreeMap<>()).put(domain + "/" + id, reading);
        indicators.computeIfAbsent(domain + "/" + id, each -> new TreeMap<>()).put(domain + "/" + id, reading);
    }

    List<String> domains() {
        return List.copyOf(schemes.keySet());
    }

    @Nullable
    ClassBands bands(String domain) {
        return schemes.get(domain);
    }

    @Override
    public int reading(Aggregate aggregate, String measure, @Nullable Window window, Consumer<String> refuse) {
        if (window == null && needsWindow(aggregate)) {
            refuse.accept(
                    "'" + nameOf(aggregate) + "' needs a window, since it would otherwise keep every fact for ever;"
                            + " got none for measure '" + measure + "'");
            return NONE;
        }
        return reading(aggregate, measure, List.of(new Tier(window == null ? Window.EVER : window, Exact.ONE)), refuse);
    }

    /** The position of a reading with the steps of its decay, which ascend. */
    int reading(Aggregate aggregate, String measure, List<Tier> tiers, Consumer<String> refuse) {
        Measure found = measures.get(measure);
        if (found == null) {
            refuse.accept("unknown measure '" + measure + "'; " + Nearest.hint(measure, measures.keySet()));
            return NONE;
        }
        if (aggregate.needsValue() && found.value() == null) {
            refuse.accept("'" + nameOf(aggregate) + "' reads the value of a measure; measure '" + measure
                    + "' has no 'value'");
            return NONE;
        }
        int position = List.copyOf(measures.keySet()).indexOf(measure);
        return specs.computeIfAbsent(new ReadingSpec(aggregate, position, tiers), spec -> specs.size());
    }

    @Override
    public int indicator(String id, Consumer<String> refuse) {
        Map<String, Integer> found = indicators.getOrDefault(id, Map.of());
        if (found.isEmpty()) {
            refuse.accept("unknown indicator '" + id + "'; " + Nearest.hint(id, indicators.keySet()));
            return NONE;
        }
        if (found.size() > 1) {
            refuse.accept(
                    "several schemes have an indicator '" + id + "'; name one of " + String.join(", ", found.keySet()));
            return NONE;
        }
        return found.values().iterator().next();
    }

    @Override
    public int scheme(String domain, Consumer<String> refuse) {
        int position = domains().indexOf(domain);
        if (position < 0) {
            refuse.accept("unknown domain '" + domain + "'; " + Nearest.hint(domain, domains()));
        }
        return position < 0 ? NONE : position;
    }

    @Override
    public int rank(int scheme, String label, Consumer<String> refuse) {
        ClassBands bands = List.copyOf(schemes.values()).get(scheme);
        int rank = bands.rankOf(label);
        if (rank < 0) {
            refuse.accept("unknown class '" + label + "' of domain '"
                    + domains().get(scheme) + "'; " + Nearest.hint(label, bands.labels()));
        }
        return rank < 0 ? NONE : rank;
    }

    static String nameOf(Aggregate aggregate) {
        return aggregate.name().toLowerCase(Locale.ROOT);
    }

    /** Aggregates over what is open, and the newest value, settle by themselves; the others grow with every fact. */
    private static boolean needsWindow(Aggregate aggregate) {
        return switch (aggregate) {
            case COUNT, SUM, MAX, MIN, DISTINCT -> true;
            case LAST, ACTIVE, DAYS_SINCE, DAYS_TO, OVERDUE_DAYS -> false;
        };
    }
}
