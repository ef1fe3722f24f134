package dev.forewarn.cli.count;

import static dev.forewarn.avro.Level.RED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.forewarn.avro.Signal;
import dev.forewarn.avro.Transition;
import dev.forewarn.engine.config.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CensusTextTest {

    private static Census census(OptionalLong behind) {
        Census census = new Census(new Topics("x."), new LogCount(), new OutputCount(), new AlertCount(), behind);
        census.log().add(Messages.event("A", "1", "k", "minor"));
        census.outputs().addAssessment(Messages.assessment("A", "B"));
        census.outputs().addMonthlyClass(Messages.monthlyClass("A", "2026-05", "B"));
        census.outputs().addReject(Messages.reject("malformed", 7));
        census.alerts().add(Messages.alert("T1", 1, Transition.RAISED, Signal.FIRING, RED, RED));
        return census;
    }

    private static String text(Census census) {
        StringWriter text = new StringWriter();
        new CensusText(new PrintWriter(text)).print(census);
        return text.toString();
    }

    @Test
    void textHasAllNumbersAndTheRules() {
        assertThat(text(census(OptionalLong.of(0))))
                .contains("1   penalty.decided", "1 different facts", "1   malformed", "1 month-end classes, 2026-05")
                .containsPattern("T +RED +1 .* 1 +27  rule T")
                .doesNotContain("lag behind");
    }

    @Test
    void jobThatHasNotReadAllIsTold() {
        assertThat(text(census(OptionalLong.of(1_234)))).contains("the last 1,234 messages");
        assertThat(text(census(OptionalLong.empty()))).contains("has not completed a checkpoint");
    }

    @Test
    void machinesGetTheSame() throws Exception {
        JsonNode json = JsonMapper.builder().build().readTree(CensusJson.of(census(OptionalLong.of(3))));

        assertThat(json.at("/behind").asLong()).isEqualTo(3);
        assertThat(json.at("/log/eventsByType/penalty.decided").asLong()).isEqualTo(1);
        assertThat(json.at("/rejects/malformed").asLong()).isEqualTo(1);
        assertThat(json.at("/monthlyClasses/byClass/B").asLong()).isEqualTo(1);
        assertThat(json.at("/alerts/byRuleAndHighestLevel/0/transitions/RAISED").asLong())
                .isEqualTo(1);
    }
}
