package dev.forewarn.core.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.alert.AlertChange;
import dev.forewarn.core.alert.Cause;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * A fence changes nothing but what is said: before it nothing, at it every open alert once, after it what would have
 * been said anyway.
 */
class FencePropertyTest {

    @Property(tries = 300, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void fenceOnlyHidesWhatWasBefore(@ForAll long seed) {
        Case made = RandomCase.history(seed);
        long beginMs = made.log().get(0).recordedAtMs();
        long fenceMs = new Dice(seed).between(beginMs - RandomTimes.DAY, made.untilMs());
        List<Output> all = run(made, made.timeline());
        if (!hasBaseline(all, fenceMs)) {
            // Without a month that has a class the fence sets what new alerts are measured against.
            return;
        }
        List<Output> fenced = run(made, new CatalogueTimeline(made.timeline().entries(), fenceMs));

        assertThat(told(fenced, Long.MIN_VALUE, true)).containsExactlyElementsOf(openAt(all, fenceMs));
        assertThat(told(fenced, Long.MIN_VALUE, false)).containsExactlyElementsOf(told(all, fenceMs, false));
    }

    private static List<Output> run(Case made, CatalogueTimeline timeline) {
        CoreRun run = new CoreRun(timeline);
        long clock = Long.MIN_VALUE;
        for (Message message : made.log()) {
            clock = Math.max(clock, message.recordedAtMs());
            run.fireTimers(clock);
            run.onMessage(message);
        }
        run.fireTimers(made.untilMs());
        run.wake(made.untilMs());
        return run.outputs();
    }

    private static boolean hasBaseline(List<Output> outputs, long fenceMs) {
        return outputs.stream()
                .anyMatch(output -> output instanceof Output.MonthClosed closed
                        && !closed.standings().isEmpty()
                        && closed.atMs() < fenceMs
                        && closed.atMs() > fenceMs - 28 * RandomTimes.DAY);
    }

    /** What is open before anything of an instant has happened. */
    private static List<String> openAt(List<Output> outputs, long instantMs) {
        TreeMap<String, AlertChange> last = new TreeMap<>();
        for (Output output : outputs) {
            if (output instanceof Output.Alerted alerted && alerted.change().atMs() < instantMs) {
                AlertChange change = alerted.change();
                last.put(change.after().ruleId() + "/" + change.after().subject(), change);
            }
        }
        return last.values().stream()
                .filter(change -> change.after().isOpen())
                .map(change -> identity(change) + " " + change.after().level())
                .toList();
    }

    /** The transitions from an instant on: those that repeat what was before the fence, or the others. */
    private static List<String> told(List<Output> outputs, long fromMs, boolean isSnapshot) {
        List<String> told = new ArrayList<>();
        for (Output output : outputs) {
            if (output instanceof Output.Alerted alerted && alerted.change().atMs() >= fromMs) {
                AlertChange change = alerted.change();
                if ((change.cause() == Cause.SNAPSHOT) == isSnapshot) {
                    String what = identity(change) + " " + change.after().level();
                    told.add(isSnapshot ? what : change.atMs() + " " + change.transition() + " " + what);
                }
            }
        }
        return told;
    }

    private static String identity(AlertChange change) {
        return change.after().ruleId() + "/" + change.after().subject() + " opened "
                + change.after().openedAtMs() + " r" + change.after().revision();
    }
}
