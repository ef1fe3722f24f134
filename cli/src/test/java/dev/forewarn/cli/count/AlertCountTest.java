package dev.forewarn.cli.count;

import static dev.forewarn.avro.Level.ORANGE;
import static dev.forewarn.avro.Level.RED;
import static dev.forewarn.avro.Level.YELLOW;
import static dev.forewarn.cli.count.Messages.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Signal;
import dev.forewarn.avro.Transition;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AlertCountTest {

    private final AlertCount alerts = new AlertCount();

    @Test
    void messagesThatComeAgainAfterACrashCountOnce() {
        byte[] raised = alert("S1", 1, Transition.RAISED, Signal.FIRING, YELLOW, YELLOW);
        byte[] cleared = alert("S1", 2, Transition.CLEARED, Signal.CLEARED, YELLOW, YELLOW);
        alerts.add(raised);
        alerts.add(cleared);
        alerts.add(raised);
        alerts.add(cleared);

        assertThat(alerts.alerts()).isEqualTo(1);
        assertThat(alerts.transitions()).isEqualTo(2);
        assertThat(alerts.repeated()).isEqualTo(2);
        assertThat(alerts.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.open()).isZero());
    }

    @Test
    void alertCountsUnderItsHighestLevelAlsoWhenItHasEased() {
        alerts.add(alert("S1", 1, Transition.RAISED, Signal.FIRING, YELLOW, YELLOW));
        alerts.add(alert("S1", 2, Transition.ESCALATED, Signal.FIRING, RED, RED));
        alerts.add(alert("S1", 3, Transition.EASED, Signal.EASED, YELLOW, RED));

        assertThat(alerts.lines())
                .containsExactly(new AlertCount.Line(
                        "S",
                        "rule S",
                        RED,
                        1,
                        1,
                        27,
                        new TreeMap<>(Map.of(Transition.RAISED, 1L, Transition.ESCALATED, 1L, Transition.EASED, 1L))));
    }

    @Test
    void rulesAreInOrderAndTheirWorstLevelComesFirst() {
        alerts.add(alert("T1", 1, Transition.RAISED, Signal.FIRING, RED, RED));
        alerts.add(alert("S1", 1, Transition.RAISED, Signal.FIRING, YELLOW, YELLOW));
        alerts.add(alert("S2", 1, Transition.RAISED, Signal.FIRING, ORANGE, ORANGE));

        assertThat(alerts.lines())
                .extracting(line -> line.rule() + " " + line.level())
                .containsExactly("S ORANGE", "S YELLOW", "T RED");
        assertThat(alerts.entities()).isEqualTo(3);
    }

    @Test
    void rubbishIsCountedAndNoAlert() {
        alerts.add(new byte[0]);

        assertThat(alerts.unreadable()).isEqualTo(1);
        assertThat(alerts.repeated()).isZero();
    }
}
