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
import java.util.ArrayList;
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
    private final List<ReadingSpec> specs = new ArrayList<>();
    private final Map<ReadingSpec, Integer> positions = new HashMap<>();
    private final Map<String, Integer> named = new HashMap<>();
    private final Map<String, ClassBands> schemes = new LinkedHashMap<>();
    /** Positions of readings by the id of an indicator, once bare and once behind its domain; those of all schemes. */
    private final Map<String, Map<String, Integer>> indicators = new HashMap<>();

    List<Measure> measures() {
        return List.copyOf(measures.values());
    }

    List<ReadingSpec> specs() {
        return List.copyOf(specs);
    }

    ReadingSpec spec(int position) {
        return specs.get(position);
    }

    /** The position of a reading; made if it is not yet there. */
    int reading(ReadingSpec spec) {
        return positions.computeIfAbsent(spec, made -> {
            specs.add(made);
            return specs.size() - 1;
        });
    }

    /** A position for a pattern that is yet to be read. */
    int reserve() {
        specs.add(ReadingSpec.pattern(Patterns.NEVER));
        return specs.size() - 1;
    }

    void fill(int position, ReadingSpec pattern) {
        specs.set(position, pattern);
    }

    void addNamed(String name, int reading) {
        named.put(name, reading);
        indicators.computeIfAbsent(name, each -> new TreeMap<>()).put(name, reading);
    }

    /** The position of a reading of the section {@code readings}. */
    int named(String name, Consumer<String> refuse) {
        Integer position = named.get(name);
        if (position == null) {
            refuse.accept("unknown reading '" + name + "'; " + Nearest.hint(name, named.keySet()));
        }
        return position == null ? NONE : position;
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
        List<Tier> given = window == null ? List.of() : List.of(new Tier(window, Exact.ONE));
        List<Tier> tiers = orDefault(aggregate, given, measure, refuse);
        int position = measure(measure, refuse);
        if (tiers.isEmpty() || position == NONE || !hasValue(aggregate, position, refuse)) {
            return NONE;
        }
        return reading(new ReadingSpec(aggregate, position, tiers));
    }

    /** The steps as given, or for ever where that is the default; none if the aggregate needs a window. */
    List<Tier> orDefault(Aggregate aggregate, List<Tier> given, String measure, Consumer<String> refuse) {
        if (given.isEmpty() && needsWindow(aggregate)) {
            refuse.accept(
                    "'" + nameOf(aggregate) + "' needs a window, since it would otherwise keep every fact for ever;"
                            + " got none for measure '" + measure + "'");
            return List.of();
        }
        return given.isEmpty() ? List.of(new Tier(Window.EVER, Exact.ONE)) : given;
    }

    /** The position of a measure. */
    int measure(String measure, Consumer<String> refuse) {
        if (!measures.containsKey(measure)) {
            refuse.accept("unknown measure '" + measure + "'; " + Nearest.hint(measure, measures.keySet()));
            return NONE;
        }
        return List.copyOf(measures.keySet()).indexOf(measure);
    }

    /** Whether a measure has the value that an aggregate reads. */
    boolean hasValue(Aggregate aggregate, int measure, Consumer<String> refuse) {
        Measure found = List.copyOf(measures.values()).get(measure);
        if (aggregate.needsValue() && found.value() == null) {
            refuse.accept("'" + nameOf(aggregate) + "' reads the value of a measure; measure '" + found.name()
                    + "' has no 'value'");
            return false;
        }
        return true;
    }

    @Override
    public int indicator(String id, Consumer<String> refuse) {
        Map<String, Integer> found = indicators.getOrDefault(id, Map.of());
        if (found.isEmpty()) {
            refuse.accept("unknown indicator or reading '" + id + "'; " + Nearest.hint(id, indicators.keySet()));
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
            case COUNT, SUM, MAX, MIN, DISTINCT, LATE, RATIO, GROWTH, EXCESS, BURST -> true;
            case LAST, ACTIVE, DAYS_SINCE, DAYS_TO, OVERDUE_DAYS, MISSED_YEARS, MISSED_DAYS, PATTERN -> false;
        };
    }
}
