package dev.forewarn.core.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.alert.Answer;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.handling.Disposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** What facts, people and time do to alerts together, on random histories in which people do random things. */
class HandlingPropertyTest {

    private static final int SPREAD_MS = 600_000;

    /** An entry of the log: a message or a step, at the instant at which it is read. */
    private record Entry(Object what, long atMs) {}

    @Property(tries = 400, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void livesOfAlertsAreSoundAndTheSameLogGivesThemAgain(@ForAll long seed) {
        List<Entry> log = new ArrayList<>();
        Case made = RandomCase.history(seed);
        CatalogueTimeline timeline = new RandomHandling(new Dice(seed)).with(made.timeline());
        List<Output> said = live(made, timeline, log, new HashMap<>());
        HandlingCheck.check(said, CatalogueTimeline.PUBLISH_ALL);
        assertThat(again(timeline, log, made.untilMs(), seed)).containsExactlyElementsOf(spoken(said));
    }

    /** A log with steps in it, lived through unheard up to any instant of it. */
    @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void livesOfAlertsAreSoundBeyondAFenceToo(@ForAll long seed) {
        List<Entry> log = new ArrayList<>();
        Case made = RandomCase.history(seed);
        CatalogueTimeline timeline = new RandomHandling(new Dice(seed)).with(made.timeline());
        live(made, timeline, log, new HashMap<>());
        long fenceMs = new Dice(seed + 3).between(log.get(0).atMs(), made.untilMs());
        CatalogueTimeline fenced = new CatalogueTimeline(timeline.entries(), fenceMs);
        HandlingCheck.check(run(fenced, log, made.untilMs(), seed), fenceMs);
    }

    @Test
    void peopleMeetEverythingThatCanHappen() {
        Map<String, Integer> met = new TreeMap<>();
        for (long seed = 0; seed < 300; seed++) {
            Case made = RandomCase.history(seed);
            CatalogueTimeline timeline = new RandomHandling(new Dice(seed)).with(made.timeline());
            for (Output output : live(made, timeline, new ArrayList<>(), met)) {
                if (output instanceof Output.Alerted alerted) {
                    met.merge(alerted.change().transition().toString(), 1, Integer::sum);
                    if (alerted.change().step() != null) {
                        met.merge(alerted.change().step().step().wireName(), 1, Integer::sum);
                    }
                    if (alerted.change().reason() != null) {
                        met.merge(alerted.change().reason().wireName(), 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(met)
                .containsKeys(
                        "RESUMED",
                        "HANDLED",
                        "OVERDUE",
                        "UNHANDLED",
                        "UNSUPPRESSED",
                        "superseded",
                        "WITHDRAWN",
                        "Repeated")
                .containsKeys("accept", "return", "dispatch", "start", "feedback", "review", "close", "reopen")
                .containsKeys("comment", "contest", "suppress")
                .containsKeys("UNKNOWN_ALERT", "STALE", "IMPOSSIBLE", "INCOMPLETE");
    }

    /** Lets people react to what is said, and writes the log of it. */
    private static List<Output> live(
            Case made, CatalogueTimeline timeline, List<Entry> log, Map<String, Integer> answers) {
        Dice dice = new Dice(made.seed() + 1);
        RandomHandling people = new RandomHandling(dice);
        CoreRun run = new CoreRun(timeline, SPREAD_MS);
        long clock = Long.MIN_VALUE;
        List<Message> messages = made.log();
        for (int i = 0; i < messages.size(); i++) {
            clock = Math.max(clock, messages.get(i).recordedAtMs());
            run.fireTimers(clock);
            run.onMessage(messages.get(i));
            log.add(new Entry(messages.get(i), clock));
            long nextMs = i + 1 < messages.size() ? messages.get(i + 1).recordedAtMs() : made.untilMs();
            for (int steps = dice.between(0, 6); steps > 0 && nextMs > clock; steps--) {
                clock = dice.between(clock, Math.min(nextMs, clock + 20 * RandomTimes.DAY));
                run.fireTimers(clock);
                List<Output.Alerted> known = known(run.outputs());
                if (!known.isEmpty()) {
                    Disposal step = people.step(dice.of(known), clock);
                    for (int times = dice.percent(10) ? 2 : 1; times > 0; times--) {
                        note(run.onDisposal(step), answers);
                        log.add(new Entry(step, clock));
                    }
                }
            }
        }
        run.fireTimers(made.untilMs());
        run.wake(made.untilMs());
        return run.outputs();
    }

    private static void note(Answer answer, Map<String, Integer> answers) {
        String name = answer instanceof Answer.Refused refused
                ? refused.reason().toString()
                : answer.getClass().getSimpleName();
        answers.merge(name, 1, Integer::sum);
    }

    /** The last that was said of each alert. */
    private static List<Output.Alerted> known(List<Output> outputs) {
        Map<String, Output.Alerted> last = new TreeMap<>();
        for (Output output : outputs) {
            if (output instanceof Output.Alerted alerted) {
                last.put(alerted.alertId(), alerted);
            }
        }
        return List.copyOf(last.values());
    }

    /** The same log, woken at other instants. */
    private static List<String> again(CatalogueTimeline timeline, List<Entry> log, long untilMs, long seed) {
        return spoken(run(timeline, log, untilMs, seed));
    }

    private static List<Output> run(CatalogueTimeline timeline, List<Entry> log, long untilMs, long seed) {
        Dice dice = new Dice(seed + 2);
        CoreRun run = new CoreRun(timeline, 1);
        long clock = Long.MIN_VALUE;
        for (Entry entry : log) {
            if (clock != Long.MIN_VALUE && dice.percent(50)) {
                run.wake(dice.between(clock, entry.atMs()));
            }
            clock = entry.atMs();
            if (entry.what() instanceof Message message) {
                run.onMessage(message);
            } else {
                run.onDisposal((Disposal) entry.what());
            }
        }
        run.wake(untilMs);
        return run.outputs();
    }

    private static List<String> spoken(List<Output> outputs) {
        return outputs.stream()
                .filter(Output.Alerted.class::isInstance)
                .map(output -> {
                    var change = ((Output.Alerted) output).change();
                    return change.atMs() + " " + change.transition() + " " + change.cause() + " " + change.addressee()
                            + " " + change.after();
                })
                .toList();
    }
}
