package dev.forewarn.core.assess;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.bytes.Digest64;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.catalogue.Source;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.Measure;
import dev.forewarn.core.indicator.MeasurePlan;
import dev.forewarn.core.indicator.ReadingPlan;
import dev.forewarn.core.indicator.ReadingSpec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue with everything looked up that would otherwise be looked up for each event: which conditions each type of
 * fact is asked, and which bit holds the answer. Immutable but for a cache of days.
 */
public final class Plan {

    /** Conditions that one type of fact can be asked; the bits above are for the domains that a fact names. */
    public static final int MOST_CONDITIONS = 48;

    /** Days that are remembered, a power of two: a forecast looks ahead further than a year. */
    private static final int FRAMES = 512;

    /** Stands for a condition that need not be asked. */
    static final int ALWAYS = -1;

    private final Catalogue catalogue;
    private final List<String> types;
    private final Map<String, Integer> typePositions = new HashMap<>();
    private final List<List<FactCondition>> conditions = new ArrayList<>();
    private final List<MeasurePlan> measures = new ArrayList<>();
    private final List<@Nullable ReadingPlan> readings = new ArrayList<>();
    private final Map<String, AlertRule> rules = new HashMap<>();
    private final Map<String, List<MeasurePlan.Source>> triggers = new HashMap<>();
    private final IndicatorPlaces places;
    private final List<BitSet> ruleTypes = new ArrayList<>();
    private final List<Integer> schemeBits = new ArrayList<>();
    private final ReadingTypes readingTypes;
    private final int general;
    private final boolean looksAhead;
    private final long fingerprint;
    private final Retention retention;
    private final Vocabulary vocabulary;
    private final DayFrame[] frames = new DayFrame[FRAMES];

    public Plan(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.vocabulary = Vocabulary.of(catalogue);
        this.types = List.copyOf(typesRead(catalogue));
        for (int i = 0; i < types.size(); i++) {
            typePositions.put(types.get(i), i);
            conditions.add(new ArrayList<>());
        }
        for (Measure measure : catalogue.measures()) {
            List<Integer> ends = measure.ends().stream().map(this::positionOf).toList();
            measures.add(new MeasurePlan(measure, sources(measure.on(), measure.where()), ends));
        }
        for (ReadingSpec spec : catalogue.readings()) {
            readings.add(readingPlan(spec));
        }
        this.readingTypes = new ReadingTypes(this);
        for (AlertRule rule : catalogue.rules()) {
            rules.put(rule.terms().id(), rule);
            if (rule instanceof AlertRule.Trigger trigger) {
                triggers.put(trigger.terms().id(), sources(trigger.on(), trigger.where()));
            }
            ruleTypes.add(ruleTypes(rule));
        }
        for (int s = 0; s < catalogue.schemes().size(); s++) {
            schemeBits.add(profileBit(catalogue.schemes().get(s).applies()));
        }
        this.places = new IndicatorPlaces(this);
        this.looksAhead = catalogue.rules().stream().anyMatch(AlertRule.Projection.class::isInstance);
        this.general = catalogue.schemeOf(Scheme.GENERAL);
        this.fingerprint = new Digest64().add(catalogue.version()).value();
        this.retention = new Retention(catalogue);
    }

    /** What people call things under the catalogue. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /**
     * The same for an entity that stands for a source. Of the rules it has those that look at nothing but what is told
     * of sources: another may ask what is missing, which a source is not to have.
     */
    public Plan ofSources() {
        List<AlertRule> kept = new ArrayList<>();
        for (int r = 0; r < ruleTypes.size(); r++) {
            BitSet looksAt = ruleTypes.get(r);
            if (!looksAt.isEmpty()
                    && looksAt.stream().allMatch(type -> type < types.size() && Source.isToldBy(types.get(type)))) {
                kept.add(catalogue.rules().get(r));
            }
        }
        return new Plan(catalogue.withoutSchemes(kept));
    }

    /** Tells this catalogue from others in stored dossiers. */
    public long fingerprint() {
        return fingerprint;
    }

    public Retention retention() {
        return retention;
    }

    /** The types of facts that anything reads, sorted. */
    List<String> types() {
        return types;
    }

    /** The position of a type, −1 if nothing reads it. */
    int positionOf(String type) {
        Integer position = typePositions.get(type);
        return position == null ? -1 : position;
    }

    MeasurePlan measure(int position) {
        return measures.get(position);
    }

    /** How a reading finds its facts; null for a pattern. */
    @Nullable
    ReadingPlan reading(int position) {
        return readings.get(position);
    }

    /** Which types of facts each reading rests on. */
    ReadingTypes readingTypes() {
        return readingTypes;
    }

    /** A rule by its id; null if the catalogue has none. */
    public @Nullable AlertRule rule(String id) {
        return rules.get(id);
    }

    /** Where a trigger finds its facts. */
    List<MeasurePlan.Source> trigger(String id) {
        return triggers.getOrDefault(id, List.of());
    }

    /** Whether a rule looks at the days ahead. */
    boolean looksAhead() {
        return looksAhead;
    }

    /** Where the indicators stand, by what they look at. */
    IndicatorPlaces places() {
        return places;
    }

    /**
     * Whether what a rule finds may change if facts of a type do.
     *
     * @param rule position of the rule in the catalogue
     * @param type position of the type, −1 if nothing reads it
     */
    boolean mayChange(int rule, int type) {
        BitSet looksAt = ruleTypes.get(rule);
        return looksAt.get(types.size()) || (type >= 0 && looksAt.get(type));
    }

    /** The bit of the profile that says whether a scheme applies, {@link #ALWAYS} if it always does. */
    int schemeBit(int scheme) {
        return schemeBits.get(scheme);
    }

    /** Position of the general scheme, −1 if there is none. */
    int general() {
        return general;
    }

    /**
     * The match bits of a fact: which conditions on its type take it, and above them which schemes' domains it names.
     */
    public long matches(String type, Fact fact) {
        long bits = 0;
        int position = positionOf(type);
        if (position >= 0) {
            List<FactCondition> asked = conditions.get(position);
            for (int bit = 0; bit < asked.size(); bit++) {
                if (asked.get(bit).test(fact)) {
                    bits |= 1L << bit;
                }
            }
        }
        for (String domain : fact.domains()) {
            int scheme = catalogue.schemeOf(domain);
            if (scheme >= 0) {
                bits |= 1L << (MOST_CONDITIONS + scheme);
            }
        }
        return bits;
    }

    /** For each reading and step the first day that counts on a day; remembered, since most events share their day. */
    DayFrame frame(int today) {
        int slot = today & (frames.length - 1);
        DayFrame frame = frames[slot];
        if (frame == null || frame.today() != today) {
            frame = DayFrame.of(catalogue.readings(), today);
            frames[slot] = frame;
        }
        return frame;
    }

    /** The types that a rule looks at; a bit beyond them says that it looks at scores or classes. */
    private BitSet ruleTypes(AlertRule rule) {
        BitSet looksAt = new BitSet();
        if (rule instanceof AlertRule.Trigger trigger) {
            trigger.on().forEach(type -> looksAt.set(positionOf(type)));
        } else if (rule instanceof AlertRule.Condition condition) {
            List<DayCondition> parts = new ArrayList<>(List.of(condition.when()));
            condition.levels().forEach(level -> parts.add(level.when()));
            for (DayCondition part : parts) {
                looksAt.or(readingTypes.of(part.readings()));
                looksAt.set(types.size(), looksAt.get(types.size()) || part.looksAtResults());
            }
        } else {
            looksAt.set(types.size());
        }
        return looksAt;
    }

    private @Nullable ReadingPlan readingPlan(ReadingSpec spec) {
        if (spec.measure() == ReadingSpec.NO_MEASURE) {
            return null;
        }
        MeasurePlan part = spec.detail() instanceof Detail.Share share ? measures.get(share.part()) : null;
        return new ReadingPlan(spec, measures.get(spec.measure()), part);
    }

    /** The bit of the profile that says whether a condition holds, {@link #ALWAYS} if it always does. */
    int profileBit(FactCondition applies) {
        return applies.equals(FactCondition.ALWAYS)
                ? ALWAYS
                : sources(List.of(Event.PROFILE), applies).get(0).bit();
    }

    private List<MeasurePlan.Source> sources(List<String> on, FactCondition where) {
        List<MeasurePlan.Source> sources = new ArrayList<>();
        for (String type : on) {
            int position = positionOf(type);
            List<FactCondition> asked = conditions.get(position);
            int bit = asked.indexOf(where);
            if (bit < 0) {
                bit = asked.size();
                asked.add(where);
            }
            if (bit >= MOST_CONDITIONS) {
                throw new IllegalArgumentException("facts of type '" + type + "' are asked more than " + MOST_CONDITIONS
                        + " different conditions");
            }
            sources.add(new MeasurePlan.Source(position, bit));
        }
        return sources;
    }

    private static Set<String> typesRead(Catalogue catalogue) {
        // Whom a scheme or an indicator applies to, and what is expected of whom, the profile says.
        Set<String> types = new TreeSet<>(Set.of(Event.PROFILE));
        for (Measure measure : catalogue.measures()) {
            types.addAll(measure.on());
            types.addAll(measure.ends());
        }
        for (AlertRule rule : catalogue.rules()) {
            if (rule instanceof AlertRule.Trigger trigger) {
                types.addAll(trigger.on());
            }
        }
        return types;
    }
}
