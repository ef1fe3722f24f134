package dev.forewarn.core.oracle;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends the same events in several orders, some of them twice, through catalogue histories that end alike. */
final class FactsCheck {

    private static final int ORDERS = 4;

    private final Case made;
    private final Dice dice;
    private final Catalogue last;
    private final Set<String> ofMonths;
    private final Map<String, String> baselines;
    private final List<String> expected;

    FactsCheck(Case made) {
        this.made = made;
        this.dice = new Dice(~made.seed());
        this.last = made.last();
        this.ofMonths = last.rules().stream()
                .filter(PlainSays::looksAtMonths)
                .map(rule -> rule.terms().id())
                .collect(Collectors.toSet());
        PlainPlatform platform = new PlainPlatform();
        made.officials().forEach(platform::learn);
        this.baselines = platform.baselines(last);
        this.expected = expected();
    }

    private List<String> expected() {
        PlainCalendar calendar = new PlainCalendar(last.days().zone());
        PlainDay day = new PlainDay(last, PlainFacts.of(made.events(), last), calendar.dayOf(made.untilMs()));
        List<String> lines = new ArrayList<>(PlainSays.assessment(day, baselines));
        lines.addAll(PlainSays.holdings(new PlainRules(day, baselines), this::restsOnFacts));
        return lines;
    }

    /**
     * A crossing or projection depends on when month ends were, unless the platform says what it is measured against.
     */
    private boolean restsOnFacts(PlainKey key) {
        return !ofMonths.contains(key.ruleId()) || baselines.containsKey(key.subject());
    }

    @Nullable
    String findBreach() {
        byte @Nullable [] facts = null;
        for (int order = 0; order < ORDERS; order++) {
            List<Message> log = order == 0 ? made.log() : reordered();
            CatalogueTimeline timeline = order % 2 == 0 ? made.timeline() : CatalogueTimeline.of(last);
            CoreRun core = run(timeline, log);
            @Nullable String breach = Difference.between("facts of order " + order, expected, found(core));
            if (breach != null) {
                return breach + "\n  in the order " + CaseText.keys(log);
            }
            byte[] bytes = core.factBytes();
            if (facts != null && !java.util.Arrays.equals(facts, bytes)) {
                return "the bytes of the facts depend on the order " + CaseText.keys(log);
            }
            facts = bytes;
        }
        return null;
    }

    private List<Message> reordered() {
        List<Message> log = new ArrayList<>(made.log());
        log.addAll(dice.some(made.log(), 20));
        return dice.shuffled(log);
    }

    private CoreRun run(CatalogueTimeline timeline, List<Message> log) {
        CoreRun core = new CoreRun(timeline);
        log.forEach(core::onMessage);
        core.wake(made.untilMs());
        return core;
    }

    private List<String> found(CoreRun core) {
        List<String> lines = new ArrayList<>(CoreSays.assessment(
                Objects.requireNonNull(core.assess(made.untilMs()), "no dossier is left"), baselines::containsKey));
        lines.addAll(CoreSays.holdings(core.holdings(made.untilMs()), this::restsOnFacts));
        return lines;
    }
}
