package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.AlertState;
import dev.forewarn.core.alert.HandlingRules;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.handling.Deadlines;
import dev.forewarn.core.handling.Disposal;
import dev.forewarn.core.handling.OfficeHours;
import dev.forewarn.core.handling.Outcome;
import dev.forewarn.core.handling.Step;
import dev.forewarn.core.handling.Term;
import dev.forewarn.core.indicator.Label;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes up how a bureau handles alerts, and what its people do about them: mostly sensible, sometimes not. */
final class RandomHandling {

    private final Dice dice;

    RandomHandling(Dice dice) {
        this.dice = dice;
    }

    /** The same catalogues, each with rules of handling. */
    CatalogueTimeline with(CatalogueTimeline timeline) {
        List<CatalogueTimeline.Entry> entries = new ArrayList<>();
        for (CatalogueTimeline.Entry entry : timeline.entries()) {
            entries.add(new CatalogueTimeline.Entry(entry.effectiveAtMs(), with(entry.catalogue())));
        }
        return new CatalogueTimeline(entries);
    }

    private Catalogue with(Catalogue catalogue) {
        return new Copy(catalogue).handling(rules(catalogue)).made();
    }

    private HandlingRules rules(Catalogue catalogue) {
        Map<Level, Deadlines> byLevel = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            if (dice.percent(70)) {
                List<String> addressees = List.of("team", "deputy", "head").subList(0, dice.between(0, 3));
                byLevel.put(
                        level, new Deadlines(term(), term(), java.util.Objects.requireNonNull(someTerm()), addressees));
            }
        }
        long opensMs = dice.between(0, 12) * RandomTimes.HOUR;
        return new HandlingRules(
                new OfficeHours(catalogue.days(), catalogue.workingDays(), opensMs, opensMs + 8 * RandomTimes.HOUR),
                byLevel,
                dice.percent(50) ? 0 : dice.between(1, 60) * RandomTimes.DAY,
                90,
                List.of(
                        outcome("filed", Outcome.Meaning.CONFIRMED, dice.of(Words.OPENINGS)),
                        outcome("corrected", Outcome.Meaning.CONFIRMED, dice.of(Words.ENDINGS)),
                        outcome("nothing", Outcome.Meaning.REFUTED, "")));
    }

    private static Outcome outcome(String id, Outcome.Meaning meaning, String factType) {
        return new Outcome(id, new Label(id, id), meaning, factType);
    }

    private @Nullable Term term() {
        return dice.percent(25) ? null : someTerm();
    }

    private Term someTerm() {
        return dice.percent(50)
                ? Term.ofMs(dice.between(1, 72) * RandomTimes.HOUR)
                : Term.ofWorkingDays(dice.between(1, 20));
    }

    /**
     * A step about an alert, published at an instant.
     *
     * @param last what was last said of it
     */
    Disposal step(Output.Alerted last, long atMs) {
        AlertState state = last.change().after();
        boolean isSensible = dice.percent(85);
        Step step = isSensible ? dice.of(Step.possible(state.handling().state())) : dice.of(Step.values());
        return new Disposal(
                Words.ENTITY,
                atMs,
                dice.percent(97) ? last.alertId() : "no-such-alert",
                dice.percent(93) ? state.revision() : dice.between(0, state.revision() + 1),
                step,
                new Disposal.Actor("0a1b", dice.of("north", "south"), "officer"),
                step == Step.FEEDBACK || dice.percent(5) ? dice.of("filed", "corrected", "nothing", "unheard-of") : "",
                dice.percent(30) ? dice.of("case-1", "case-2") : "",
                step == Step.DISPATCH && dice.percent(95) ? dice.of("north", "south") : "",
                dice.percent(95) ? "so it is" : "",
                step == Step.SUPPRESS || dice.percent(20)
                        ? (Long) (atMs + dice.between(-1, 100) * RandomTimes.DAY)
                        : null,
                atMs);
    }
}
