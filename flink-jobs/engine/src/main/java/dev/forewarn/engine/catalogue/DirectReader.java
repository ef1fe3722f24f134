package dev.forewarn.engine.catalogue;

import dev.forewarn.core.catalogue.DirectRule;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.core.score.ClassBands;
import dev.forewarn.core.score.Effect;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code direct:} of a scheme. */
final class DirectReader {

    private static final List<String> EFFECTS = List.of("set", "floor", "shift", "lift");
    private static final int MOST_CLASSES = 32;

    private final CatalogueDraft draft;
    private final Map<String, Integer> ranks = new LinkedHashMap<>();

    /** @param bands the classes of the scheme */
    DirectReader(CatalogueDraft draft, ClassBands bands) {
        this.draft = draft;
        bands.labels().forEach(label -> ranks.put(label, ranks.size()));
    }

    List<DirectRule> read(Value value) {
        List<DirectRule> rules = new ArrayList<>();
        for (Section.Entry entry : value.section().entries()) {
            Names.checkId(entry, draft.faults());
            Section section = entry.value().section();
            Label name = Names.label(section);
            rules.add(new DirectRule(
                    entry.key(),
                    name,
                    Patterns.read(section.required("when"), draft.readings()),
                    effect(section.required("effect")),
                    section.optional("basis").text("")));
            section.refuseOthers();
        }
        if (rules.size() > Scheme.MOST_DIRECT) {
            value.fault("a scheme has at most " + Scheme.MOST_DIRECT + " direct rules; got " + rules.size());
            return rules.subList(0, Scheme.MOST_DIRECT);
        }
        return rules;
    }

    private Effect effect(Value value) {
        Section section = value.section();
        List<String> given = EFFECTS.stream().filter(section::has).toList();
        if (section.isPresent() && given.size() != 1) {
            value.fault("'effect' is one of set, floor, shift and lift, such as {floor: C}; got "
                    + (given.isEmpty() ? "none" : String.join(", ", given)));
        }
        int last = ranks.size() - 1;
        Effect effect = switch (given.isEmpty() ? "" : given.get(0)) {
            case "floor" -> new Effect.Floor(section.optional("floor").oneOf(ranks, 0));
            case "shift" ->
                new Effect.Shift(
                        section.optional("shift").whole(1, MOST_CLASSES, 1),
                        section.optional("cap").oneOf(ranks, last));
            case "lift" -> new Effect.Lift(section.optional("lift").whole(1, MOST_CLASSES, 1));
            default -> new Effect.Set(section.optional("set").oneOf(ranks, 0));
        };
        EFFECTS.forEach(section::optional);
        section.refuseOthers();
        return effect;
    }
}
