package dev.forewarn.core.indicator;

import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.LocalDays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works a number out for each subject by itself, and makes one of them. */
final class Grouping {

    private final LocalDays days;
    private final Steps steps;
    private final Counting counting;

    Grouping(LocalDays days, Steps steps, Counting counting) {
        this.days = days;
        this.steps = steps;
        this.counting = counting;
    }

    void read(ReadingSpec spec, Taking.Per per, Measure measure, Selection selection, Reading slot) {
        // With its last fact a subject is gone, also where that fact adds nothing to a sum.
        steps.leave(selection);
        long value = per.take() == Taking.Take.MAX ? Exact.ABSENT : 0;
        for (Group group : groups(spec, measure, selection, per.by())) {
            Reading one = group.reading();
            if (one.isPresent()) {
                value = switch (per.take()) {
                    case MAX -> Math.max(value, one.value());
                    case SUM -> Exact.add(value, one.value());
                    case COUNT_OF -> value + (one.value() >= per.atLeast() ? Exact.ONE : 0);
                };
            }
        }
        slot.value = value;
    }

    /** Shows the facts of the subjects on which the number rests. */
    void facts(ReadingSpec spec, Taking.Per per, Measure measure, Selection selection, Reader.FactVisitor visitor) {
        List<Group> groups = groups(spec, measure, selection, per.by());
        long largest = groups.stream()
                .mapToLong(group -> group.reading().value())
                .max()
                .orElse(Exact.ABSENT);
        long least = switch (per.take()) {
            case MAX -> largest;
            case COUNT_OF -> per.atLeast();
            case SUM -> Exact.ABSENT;
        };
        for (Group group : groups) {
            for (int i = 0; i < group.facts().size() && group.reading().value() >= least; i++) {
                visitor.visit(group.facts().type(i), group.facts().get(i));
            }
        }
    }

    private List<Group> groups(ReadingSpec spec, Measure measure, Selection selection, TextTerm by) {
        Map<String, Selection> bySubject = new LinkedHashMap<>();
        for (int i = 0; i < selection.size(); i++) {
            bySubject
                    .computeIfAbsent(by.of(selection.get(i)), subject -> new Selection(days))
                    .add(selection.get(i), selection.type(i));
        }
        List<Group> groups = new ArrayList<>();
        for (Selection facts : bySubject.values()) {
            Reading slot = Reader.slot(spec);
            counting.read(spec, measure, facts, slot);
            groups.add(new Group(facts, slot));
        }
        return groups;
    }

    /** The facts of one subject and what they say. */
    private record Group(Selection facts, Reading reading) {}
}
