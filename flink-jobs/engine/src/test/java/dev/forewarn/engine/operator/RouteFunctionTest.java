package dev.forewarn.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.engine.config.Topics;
import dev.forewarn.engine.wire.Addressed;
import dev.forewarn.engine.wire.Outbound;
import java.util.List;
import org.apache.flink.streaming.api.operators.StreamFlatMap;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class RouteFunctionTest {

    @Test
    void anAlertGoesToAllToItsTeamsThatHaveATopicAndIfUrgentToCases() throws Exception {
        assertThat(topics(alert(List.of("drug", "general"), true)))
                .containsExactly("t.alerts.v1", "t.alerts.drug.v1", "t.cases.v1");
        assertThat(topics(alert(List.of("food"), false))).containsExactly("t.alerts.v1");
    }

    @Test
    void otherMessagesHaveOneTopic() throws Exception {
        assertThat(topics(message(Outbound.Channel.ASSESSMENTS))).containsExactly("t.assessments.v1");
        assertThat(topics(message(Outbound.Channel.CLASSES))).containsExactly("t.classes.v1");
        assertThat(topics(message(Outbound.Channel.SHADOW_ALERTS))).containsExactly("t.alerts.shadow.v1");
        assertThat(topics(message(Outbound.Channel.AUDIT))).containsExactly("t.audit.v1");
        assertThat(topics(message(Outbound.Channel.VERDICTS))).containsExactly("t.catalogue.v1");
        assertThat(topics(message(Outbound.Channel.REJECTS))).containsExactly("t.rejects.v1");
    }

    private static Outbound alert(List<String> domains, boolean isCase) {
        return new Outbound(Outbound.Channel.ALERTS, "entity", new byte[] {1}, domains, isCase);
    }

    private static Outbound message(Outbound.Channel channel) {
        return Outbound.of(channel, "entity", new byte[] {1});
    }

    private static List<String> topics(Outbound message) throws Exception {
        var operator = new StreamFlatMap<>(new RouteFunction(new Topics("t."), List.of("drug")));
        try (var harness = new OneInputStreamOperatorTestHarness<>(operator)) {
            harness.open();
            harness.processElement(message, 0);
            return harness.extractOutputValues().stream()
                    .peek(sent -> assertThat(sent.key()).isEqualTo("entity"))
                    .map(Addressed::topic)
                    .toList();
        }
    }
}
