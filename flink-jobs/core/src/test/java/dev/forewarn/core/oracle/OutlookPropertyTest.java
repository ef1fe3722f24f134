package dev.forewarn.core.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.assess.DomainStanding;
import dev.forewarn.core.assess.ForecastStep;
import dev.forewarn.core.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What the engine sees coming is what comes: each of the days ahead, assessed for itself, has the class that was told.
 */
class OutlookPropertyTest {

    private static final int CASES = 80;
    private static final int DAYS = 400;
    private static final long DAY_MS = 86_400_000L;

    @Test
    void forecastIsWhatTheDaysAheadBring() {
        int compared = 0;
        for (long seed = 0; seed < CASES; seed++) {
            Case made = RandomCase.facts(seed);
            CoreRun run = new CoreRun(made.timeline());
            for (Event event : made.log()) {
                run.onEvent(event);
            }
            run.wake(made.untilMs());
            Assessment now = run.assess(made.untilMs());
            if (now == null) {
                continue;
            }
            List<String> told =
                    now.forecast().stream().map(OutlookPropertyTest::line).toList();
            assertThat(told).as("seed " + seed).isEqualTo(come(run, made, now, told.size()));
            compared += told.size();
        }
        assertThat(compared).as("forecasts compared").isGreaterThan(5);
    }

    private static String line(ForecastStep step) {
        return step.day() + " " + step.domain() + " " + step.score() + " " + step.label();
    }

    /** The first changes of fused classes, found by looking at each day. */
    private static List<String> come(CoreRun run, Case made, Assessment now, int count) {
        Map<String, String> before = new TreeMap<>();
        now.standings().forEach(standing -> before.put(standing.domain(), standing.fusedLabel()));
        List<String> changes = new ArrayList<>();
        for (int ahead = 1; ahead <= DAYS; ahead++) {
            long at = made.last().days().startOf(now.day() + ahead) + DAY_MS / 2;
            Assessment then = Objects.requireNonNull(run.assess(at));
            for (DomainStanding standing : then.standings()) {
                if (!standing.fusedLabel().equals(before.put(standing.domain(), standing.fusedLabel()))) {
                    changes.add(then.day() + " " + standing.domain() + " " + standing.score() + " "
                            + standing.fusedLabel());
                }
            }
        }
        // The engine looks at a bounded number of days on which anything changes: it may tell less, never something
        // else.
        return changes.subList(0, Math.min(count, changes.size()));
    }
}
