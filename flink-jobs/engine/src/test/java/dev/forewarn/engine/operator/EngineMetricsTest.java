package dev.forewarn.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EngineMetricsTest {

    @Test
    void namesAreLowerCamelCaseWithAUnitOrTotalAndEachIsThereOnce() {
        assertThat(Arrays.stream(EngineMetrics.values()).map(EngineMetrics::metricName))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+([A-Z][a-z]+)*(Total|Ms|Ns|Bytes)"));
    }

    @Test
    void everyMetricIsExplainedInASentence() {
        assertThat(Arrays.stream(EngineMetrics.values()).map(EngineMetrics::description))
                .allMatch(text -> text.endsWith("."));
    }
}
