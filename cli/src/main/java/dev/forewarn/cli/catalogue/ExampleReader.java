package dev.forewarn.cli.catalogue;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the examples of one file; what is wrong in it is collected, all of it. */
final class ExampleReader {

    private static final List<String> LEVELS = List.of("blue", "yellow", "orange", "red");

    private final FactReader facts;

    ExampleReader(LocalDays days) {
        this.facts = new FactReader(days);
    }

    List<Example> read(Section file) {
        List<Example> examples = new ArrayList<>();
        for (Value item : file.required("examples").list()) {
            Example example = example(item.section());
            if (example != null) {
                examples.add(example);
            }
        }
        file.refuseOthers();
        return examples;
    }

    private @Nullable Example example(Section section) {
        String name = section.required("name").text("");
        Integer day = FactReader.day(section.required("on"));
        List<Event> known = facts(section.required("facts"), day);
        Section expect = section.required("expect").section();
        Map<String, Example.Expected> domains = new LinkedHashMap<>();
        Value headline = expect.optional("headline");
        Value alerts = expect.optional("alerts");
        String worst = headline.isPresent() ? headline.text("") : null;
        List<Example.OpenAlert> open = alerts.isPresent() ? alerts(alerts) : null;
        for (Section.Entry entry : expect.entries()) {
            if (!entry.key().equals("headline") && !entry.key().equals("alerts")) {
                domains.put(entry.key(), expected(entry.value().section()));
            }
        }
        if (expect.isPresent() && domains.isEmpty() && worst == null && open == null) {
            expect.fault(
                    "'expect' says something: a domain such as 'general: {score: 120, class: A}', 'headline', 'alerts'");
        }
        section.refuseOthers();
        return day == null ? null : new Example(name, section.place(), known, day, domains, worst, open);
    }

    private List<Event> facts(Value list, @Nullable Integer day) {
        List<Event> known = new ArrayList<>();
        int number = 0;
        for (Value item : list.list()) {
            number++;
            Event event = facts.read(item.section(), number, day == null ? Integer.MAX_VALUE : day);
            if (event != null) {
                known.add(event);
            }
        }
        known.sort(Comparator.comparingLong(Event::recordedAtMs));
        return known;
    }

    private static Example.Expected expected(Section section) {
        Value score = section.optional("score");
        Value label = section.optional("class");
        Value fused = section.optional("fused");
        Value reasons = section.optional("reasons");
        section.refuseOthers();
        return new Example.Expected(
                score.isPresent() ? score.whole(0, 100_000, 0) : null,
                label.isPresent() ? label.text("") : null,
                fused.isPresent() ? fused.text("") : null,
                reasons.isPresent() ? reasons(reasons.section()) : null);
    }

    private static Map<String, Integer> reasons(Section section) {
        Map<String, Integer> reasons = new TreeMap<>();
        section.entries()
                .forEach(entry -> reasons.put(entry.key(), entry.value().whole(-100_000, 100_000, 0)));
        return reasons;
    }

    private static List<Example.OpenAlert> alerts(Value list) {
        List<Example.OpenAlert> alerts = new ArrayList<>();
        for (Value item : list.list()) {
            Section alert = item.section();
            Map<String, String> levels = new LinkedHashMap<>();
            LEVELS.forEach(level -> levels.put(level, level));
            alerts.add(new Example.OpenAlert(
                    alert.required("rule").text(""),
                    alert.optional("subject").text(""),
                    alert.required("level").oneOf(levels, "blue")));
            alert.refuseOthers();
        }
        return alerts;
    }
}
