package dev.forewarn.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Refusal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RejectReasonTest {

    @Test
    void wireNamesAreKebabCaseAndEachIsThereOnce() {
        assertThat(Arrays.stream(RejectReason.values()).map(RejectReason::wireName))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void everyReasonIsExplainedInASentence() {
        assertThat(Arrays.stream(RejectReason.values()).map(RejectReason::description))
                .allMatch(text -> text.endsWith("."));
    }

    @Test
    void everyRefusalOfTheWireHasAReason() {
        assertThat(Arrays.stream(Refusal.values()).map(RejectReason::of)).doesNotContainNull();
    }
}
