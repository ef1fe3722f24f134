package dev.forewarn.engine.catalogue;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.assess.Plan;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.engine.cel.FactDialect;
import dev.forewarn.engine.document.Faults;
import dev.forewarn.engine.document.Place;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A catalogue while its files are read. */
final class CatalogueDraft {

    static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    private final Faults faults;
    private final ReadingTable readings = new ReadingTable();
    private final List<Scheme> schemes = new ArrayList<>();
    private final List<AlertRule> rules = new ArrayList<>();
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

    void retain(String name) {
        retained.add(name);
    }

    void retain(@Nullable NumberTerm term) {
        if (term != null && term.kind() == NumberTerm.Kind.NUMBER) {
            retained.add(term.name());
        }
    }

    void retain(TextTerm term) {
        if (term.kind() == TextTerm.Kind.ATTRIBUTE) {
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
        return new Catalogue(
                version,
                new LocalDays(zone),
                readings.measures(),
                readings.specs(),
                schemes,
                rules,
                retained,
                correctionHorizonDays);
    }
}
