package dev.forewarn.engine.catalogue;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.Family;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.alert.RuleTerms;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.core.score.ClassBands;
import dev.forewarn.engine.document.Nearest;
import dev.forewarn.engine.document.Place;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code rules:}. */
final class RuleReader {

    /**
     * Of the smallest watched scale, the part by which a score falls below a class before a crossing follows it down.
     */
    private static final int DEFAULT_MARGIN_PER_MILLE = 25;

    private enum Kind {
        CROSSING,
        PROJECTION,
        TRIGGER,
        CONDITION
    }

    private final CatalogueDraft draft;
    private final Map<String, Place> places = new HashMap<>();
    private final FactRuleReader triggers;
    private final DayRuleReader conditions;
    private final DeadlineReader deadlines;

    RuleReader(CatalogueDraft draft) {
        this.draft = draft;
        this.triggers = new FactRuleReader(draft);
        this.conditions = new DayRuleReader(draft);
        this.deadlines = new DeadlineReader(draft);
    }

    void read(Section file) {
        for (Section.Entry entry : file.optional("rules").section().entries()) {
            Names.checkId(entry, draft.faults());
            Place first = places.putIfAbsent(entry.key(), entry.place());
            if (first != null) {
                draft.faults()
                        .add(
                                entry.place(),
                                "each rule stands once in a catalogue; got '" + entry.key() + "' again after " + first);
            }
            Section section = entry.value().section();
            if (section.isPresent()) {
                rule(entry.key(), section);
            }
        }
    }

    private void rule(String id, Section section) {
        RuleTerms terms = terms(id, section);
        Value kind = section.required("kind");
        boolean isKnown = kind.isText()
                && Set.of("crossing", "projection", "trigger", "condition").contains(kind.text(""));
        switch (kind.oneOf(Kind.class, Kind.CONDITION)) {
            case CROSSING -> draft.add(crossing(terms, section));
            case PROJECTION -> draft.add(projection(terms, section));
            case TRIGGER -> draft.add(triggers.read(terms, section));
            case CONDITION -> {
                if (isKnown) {
                    draft.add(conditions.read(terms, section));
                }
            }
        }
        // Which keys a rule knows depends on its kind.
        if (isKnown) {
            section.refuseOthers();
        }
    }

    private RuleTerms terms(String id, Section section) {
        Label name = Names.label(section);
        Value own = section.optional("deadlines");
        return new RuleTerms(
                id,
                name,
                section.optional("family").oneOf(Family.class, Family.LEAD),
                domains(section.optional("route"), draft.teams()),
                section.optional("dwell").durationMs(0),
                section.optional("clear-after").durationMs(0),
                section.optional("cool-down").durationMs(0),
                section.optional("basis").text(""),
                own.isPresent() ? deadlines.read(own) : null);
    }

    /** Some of the domains that are known, each once. */
    private List<String> domains(Value value, List<String> known) {
        List<String> domains = new ArrayList<>();
        for (Value item : value.items()) {
            String domain = Names.domain(item);
            if (domains.contains(domain)) {
                item.fault("each domain stands once; got '" + domain + "' again");
            } else if (known.contains(domain)) {
                domains.add(domain);
            } else if (!domain.isEmpty()) {
                item.fault("unknown domain '" + domain + "'; " + Nearest.hint(domain, known));
            }
        }
        return domains;
    }

    private AlertRule crossing(RuleTerms terms, Section section) {
        List<String> domains = watched(section);
        Map<String, Level> levels = levels(domains, section);
        int scale = draft.smallestScale(domains);
        int margin = section.optional("clear-margin").whole(0, scale - 1, scale * DEFAULT_MARGIN_PER_MILLE / 1000);
        return new AlertRule.Crossing(terms, domains, levels, margin);
    }

    private AlertRule projection(RuleTerms terms, Section section) {
        section.refuse(
                "clear-margin",
                "a projection has no margin: it ends when the class is there, or will not come; 'clear-margin' belongs"
                        + " to rules of the kind crossing");
        List<String> domains = watched(section);
        return new AlertRule.Projection(terms, domains, levels(domains, section));
    }

    private List<String> watched(Section section) {
        Value watched = section.optional("domains");
        return watched.isPresent()
                ? domains(watched, draft.readings().domains())
                : draft.readings().domains();
    }

    /** Levels by the classes of some domains. */
    private Map<String, Level> levels(List<String> domains, Section section) {
        Set<String> labels = new TreeSet<>();
        for (String domain : domains) {
            ClassBands bands = draft.readings().bands(domain);
            labels.addAll(bands == null ? List.of() : bands.labels());
        }
        Map<String, Level> levels = new LinkedHashMap<>();
        Value given = section.required("levels");
        for (Section.Entry entry : given.section().entries()) {
            if (!labels.contains(entry.key())) {
                draft.faults()
                        .add(
                                entry.place(),
                                "unknown class '" + entry.key() + "' of the watched domains; "
                                        + Nearest.hint(entry.key(), labels));
            }
            levels.put(entry.key(), entry.value().oneOf(Level.class, Level.BLUE));
        }
        if (given.isSection() && levels.isEmpty()) {
            given.fault("'levels' names at least one class; got none");
        }
        return levels;
    }
}
