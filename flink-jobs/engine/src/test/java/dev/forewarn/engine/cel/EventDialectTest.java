package dev.forewarn.engine.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import dev.forewarn.engine.document.Document;
import dev.forewarn.engine.document.Faults;
import dev.forewarn.engine.document.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EventDialectTest {

    private static final Event EVENT = new Event(
            "E",
            1,
            "inspection.completed",
            "K",
            0,
            Op.ASSERT,
            null,
            List.of(),
            1,
            null,
            null,
            "register",
            null,
            null,
            null,
            1_250L,
            null,
            new TreeMap<>(Map.of("result", "failed")),
            new TreeMap<>(Map.of("chance", 2_500L)));

    @Test
    void conditionsSeeWhatAnEventSays() {
        assertThat(holds("type == 'inspection.completed' && attr('result') == 'failed'"))
                .isTrue();
        assertThat(holds("source == 'register' && record_key == 'K' && subject == '' && severity == ''"))
                .isTrue();
        assertThat(holds("amount == 12.5 && has_num('chance') && !has_attr('chance')"))
                .isTrue();
    }

    @Test
    void aNumberThatIsNotThereMakesEveryComparisonFalse() {
        assertThat(holds("num('none') >= 0.0 || num('none') < 0.0")).isFalse();
    }

    @Test
    void aWeightIsWorkedOut() {
        assertThat(Objects.requireNonNull(EventDialect.number(value("1.0 / num('chance')", new Faults())))
                        .applyAsDouble(EVENT))
                .isEqualTo(4);
    }

    @Test
    void faultsAreTold() {
        Faults faults = new Faults();
        assertThat(EventDialect.condition(value("kind == 'x'", faults))).isNull();
        assertThat(faults.isEmpty()).isFalse();
    }

    private static boolean holds(String text) {
        return Objects.requireNonNull(EventDialect.condition(value(text, new Faults())))
                .test(EVENT);
    }

    private static Value value(String text, Faults faults) {
        return Document.read("test", "x: '" + text.replace("'", "''") + "'\n", faults)
                .required("x");
    }
}
