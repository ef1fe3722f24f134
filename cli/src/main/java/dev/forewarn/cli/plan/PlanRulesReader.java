package dev.forewarn.cli.plan;

import dev.forewarn.cli.option.Refusal;
import dev.forewarn.engine.document.Document;
import dev.forewarn.engine.document.Fault;
import dev.forewarn.engine.document.Faults;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the rules of plans and finds all that is wrong with them at once. */
final class PlanRulesReader {

    private static final int MOST_MONTHS = 120;
    private static final int MOST_VISITS = 366;
    private static final int ONE = 10_000;
    private static final int MILLIONTHS = Chance.CERTAIN / ONE;

    private PlanRulesReader() {}

    /**
     * The rules of a file.
     *
     * @throws Refusal with every fault
     */
    static PlanRules read(Path file) {
        Faults faults = new Faults();
        return sound(rules(Document.read(file, file.toString(), faults)), file.toString(), faults);
    }

    /** The rules of a text. */
    static PlanRules read(String name, String text) {
        Faults faults = new Faults();
        return sound(rules(Document.read(name, text, faults)), name, faults);
    }

    private static PlanRules sound(PlanRules rules, String name, Faults faults) {
        if (!faults.isEmpty()) {
            throw new Refusal("the rules of plans in " + name + " have faults:" + System.lineSeparator()
                    + faults.sorted().stream()
                            .map(Fault::toString)
                            .collect(Collectors.joining(System.lineSeparator() + "  ", "  ", "")));
        }
        return rules;
    }

    private static PlanRules rules(Section root) {
        Map<String, Integer> ratios = ratios(root.required("ratios"));
        if (root.has("ratios") && ratios.isEmpty()) {
            root.fault("'ratios' names at least one class, as in {A: 0.01}; it is empty");
        }
        Map<String, Map<String, Integer>> domains = new TreeMap<>();
        root.optional("domains").section().entries().forEach(entry -> domains.put(entry.key(), ratios(entry.value())));
        PlanRules rules = new PlanRules(
                ratios,
                domains,
                ratios(root.optional("least")),
                Set.copyOf(root.optional("leave-out").texts()),
                visits(root.required("visits").section()),
                duties(root.optional("key-supervision")),
                duties(root.optional("floors")),
                caps(root.optional("caps")));
        root.refuseOthers();
        return rules;
    }

    private static Map<String, Integer> ratios(Value value) {
        Map<String, Integer> ratios = new LinkedHashMap<>();
        for (Section.Entry entry : value.section().entries()) {
            ratios.put(entry.key(), Math.toIntExact(entry.value().decimal(0, ONE, 0)) * MILLIONTHS);
        }
        return ratios;
    }

    private static VisitRule visits(Section section) {
        VisitRule rule = new VisitRule(
                section.required("fact").text(""),
                section.required("result").text(""),
                Set.copyOf(section.required("problem").texts()));
        section.refuseOthers();
        return rule;
    }

    private static List<Duty> duties(Value list) {
        List<Duty> duties = new ArrayList<>();
        for (Value item : list.list()) {
            Section section = item.section();
            duties.add(new Duty(
                    section.required("name").text(""),
                    selector(section),
                    section.required("months").whole(1, MOST_MONTHS, 1)));
            section.refuseOthers();
        }
        return duties;
    }

    private static List<Cap> caps(Value list) {
        List<Cap> caps = new ArrayList<>();
        for (Value item : list.list()) {
            Section section = item.section();
            caps.add(new Cap(
                    section.required("name").text(""),
                    selector(section),
                    section.required("visits").whole(0, MOST_VISITS, 0)));
            section.refuseOthers();
        }
        return caps;
    }

    private static Selector selector(Section section) {
        return new Selector(texts(section, "domains"), texts(section, "classes"), texts(section, "kinds"));
    }

    private static Set<String> texts(Section section, String key) {
        return new LinkedHashSet<>(section.optional(key).texts());
    }
}
