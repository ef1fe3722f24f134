package dev.forewarn.core.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.alert.AlertState;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.alert.Transition;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.handling.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What holds of every life of every alert, whatever facts, people and time do. */
final class HandlingCheck {

    private final Map<String, Output.Alerted> last = new HashMap<>();
    private final Map<String, String> openIds = new HashMap<>();

    private final long publishFromMs;

    private HandlingCheck(long publishFromMs) {
        this.publishFromMs = publishFromMs;
    }

    /**
     * Looks at all that was said, in its order.
     *
     * @param publishFromMs what was before is unheard of, also the beginnings of what people had closed by then
     */
    static void check(List<Output> outputs, long publishFromMs) {
        HandlingCheck check = new HandlingCheck(publishFromMs);
        for (Output output : outputs) {
            if (output instanceof Output.Alerted alerted) {
                check.look(alerted);
            }
        }
    }

    private void look(Output.Alerted now) {
        Output.Alerted before = last.put(now.alertId(), now);
        AlertState after = now.change().after();
        String told = now.change().transition() + " of " + after;
        boolean isUnheard = before == null && after.openedAtMs() < publishFromMs;
        if (before == null && !isUnheard) {
            assertThat(now.change().transition())
                    .as("a raise precedes everything: %s", told)
                    .isEqualTo(Transition.RAISED);
        }
        int heard = isUnheard ? after.revision() - 1 : 0;
        int revision = before == null ? heard : before.change().after().revision();
        assertThat(after.revision()).as("revisions have no gaps: %s", told).isEqualTo(revision + 1);
        assertThat(after.level() == Level.RED && after.handling().isSuppressed())
                .as("no red is ever suppressed: %s", told)
                .isFalse();
        if (before != null) {
            lookAtHandling(before.change().after(), now, told);
        }
        lookAtOpen(now, told);
    }

    private static void lookAtHandling(AlertState before, Output.Alerted now, String told) {
        AlertState after = now.change().after();
        var step = now.change().step();
        if (before.handling().isAttended() && !after.isOpen()) {
            assertThat(step == null ? null : step.step())
                    .as("only people close what people have taken up: %s", told)
                    .isEqualTo(Step.CLOSE);
        }
        if (step != null) {
            assertThat(step.step().isPossible(before.handling().state()))
                    .as("a step is possible: %s", told)
                    .isTrue();
            assertThat(after.handling().state())
                    .as("a step leads where it should: %s", told)
                    .isEqualTo(step.step().after(before.handling().state()));
            assertThat(after.phase()).as("no person moves a signal: %s", told).isEqualTo(before.phase());
        }
    }

    private void lookAtOpen(Output.Alerted now, String told) {
        AlertState after = now.change().after();
        String key = after.ruleId() + "/" + after.subject();
        String open = openIds.get(key);
        if (after.isOpen()) {
            assertThat(open == null || open.equals(now.alertId()))
                    .as("one episode at most is open: %s", told)
                    .isTrue();
            openIds.put(key, now.alertId());
        } else if (now.alertId().equals(open)) {
            openIds.remove(key);
        }
    }
}
