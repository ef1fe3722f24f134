package dev.forewarn.engine.catalogue;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.assess.Plan;
import dev.forewarn.core.catalogue.BaselineSource;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.catalogue.Source;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.core.time.WorkingDays;
import dev.forewarn.engine.cel.FactDialect;
import dev.forewarn.engine.document.Faults;
import dev.forewarn.engine.document.Place;
import dev.forewarn.engine.document.Value;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A catalogue while its files are read. */
final class CatalogueDraft {

    static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    private final Faults faults;
    private final ReadingTable readings = new ReadingTable();
    private final Patterns patterns = new Patterns(readings);
    private final Map<Integer, WorkingDays.Year> years = new TreeMap<>();
    private final HandlingDraft handling = new HandlingDraft();
    private BaselineSource baseline = BaselineSource.OWN;
    private boolean countsWorkingDays;
    private final List<Scheme> schemes = new ArrayList<>();
    private final List<AlertRule> rules = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final TreeSet<String> retained = new TreeSet<>();
    private final Map<String, Set<FactCondition>> conditions = new HashMap<>();
    private ZoneId zone = DEFAULT_ZONE;
    private int correctionHorizonDays = Catalogue.DEFAULT_HORIZON_DAYS;

    CatalogueDraft(Faults faults) {
        this.faults = faults;
    }

    Faults faults() {
        return faults;
    }

    /** Measures, readings and the names of schemes and indicators. */
    ReadingTable readings() {
        return readings;
    }

    /** Readings that are conditions on others. */
    Patterns patterns() {
        return patterns;
    }

    /** Adds the calendar of a year; false if it is there already. */
    boolean addYear(int number, WorkingDays.Year year) {
        return years.putIfAbsent(number, year) == null;
    }

    /** Says that a calendar is needed. */
    void countWorkingDays() {
        countsWorkingDays = true;
    }

    /** How people handle alerts. */
    HandlingDraft handling() {
        return handling;
    }

    void setBaseline(BaselineSource source) {
        this.baseline = source;
    }

    /** A condition on the profile; always true where nothing is said, or what is said has faults. */
    FactCondition onProfile(Value value) {
        FactDialect.RowCondition row = value.isPresent() ? FactDialect.condition(value) : null;
        if (row == null) {
            return FactCondition.ALWAYS;
        }
        ask(List.of(Event.PROFILE), row.condition(), value.place());
        return retain(row);
    }

    /** What is no fault but ought to be known. */
    List<String> remarks() {
        if (!countsWorkingDays) {
            return List.of();
        }
        // Which year it is cannot be known here: a catalogue says the same whenever it is read.
        return List.of(
                years.isEmpty()
                        ? "working days are counted, but there is no calendar of holidays: Monday to Friday are taken"
                        : "working days are counted, but there is no calendar for "
                                + (Collections.max(years.keySet()) + 1) + ": outside of " + years.keySet()
                                + " Monday to Friday are taken");
    }

    void setZone(ZoneId zone) {
        this.zone = zone;
    }

    void setCorrectionHorizonDays(int days) {
        this.correctionHorizonDays = days;
    }

    void add(Scheme scheme) {
        schemes.add(scheme);
    }

    /** The smallest scale among the schemes of some domains; that of noisy-or if there are none. */
    int smallestScale(List<String> domains) {
        return schemes.stream()
                .filter(scheme -> domains.contains(scheme.domain()))
                .mapToInt(Scheme::scale)
                .min()
                .orElse(SchemeReader.NOISY_OR_SCALE);
    }

    void add(AlertRule rule) {
        rules.add(rule);
    }

    void add(Source source) {
        sources.add(source);
    }

    /** Domains whose teams alerts may go to: those with a scheme and, if there are sources, the data section. */
    List<String> teams() {
        List<String> teams = new ArrayList<>(readings.domains());
        if (!sources.isEmpty()) {
            teams.add(Source.DOMAIN);
        }
        return teams;
    }

    void retain(String name) {
        retained.add(name);
    }

    void retain(@Nullable NumberTerm term) {
        if (term instanceof NumberTerm.Named named) {
            retained.add(named.name());
        } else if (term instanceof NumberTerm.ByText byText) {
            retain(byText.by());
        }
    }

    void retain(TextTerm term) {
        if (term.readsAttribute()) {
            retained.add(term.name());
        }
    }

    /** What a condition reads must be kept. */
    FactCondition retain(FactDialect.RowCondition row) {
        retained.addAll(row.reads());
        return row.condition();
    }

    /** Counts a condition that facts of some types are asked; each type has bits for so many. */
    void ask(List<String> types, FactCondition condition, Place place) {
        for (String type : types) {
            Set<FactCondition> asked = conditions.computeIfAbsent(type, each -> new HashSet<>());
            if (asked.add(condition) && asked.size() == Plan.MOST_CONDITIONS + 1) {
                faults.add(
                        place,
                        "facts of one type are asked at most " + Plan.MOST_CONDITIONS
                                + " different conditions by measures and triggers; this is one more for '" + type
                                + "'");
            }
        }
    }

    boolean isEmpty() {
        return schemes.isEmpty() && rules.isEmpty();
    }

    /** The catalogue; to be asked for only if there were no faults. */
    Catalogue catalogue(String version) {
        LocalDays days = new LocalDays(zone);
        WorkingDays calendar = new WorkingDays(years);
        return new Catalogue(
                version,
                days,
                readings.measures(),
                readings.specs(),
                schemes,
                rules,
                retained,
                correctionHorizonDays,
                calendar,
                baseline,
                handling.finish(days, calendar),
                sources);
    }
}
