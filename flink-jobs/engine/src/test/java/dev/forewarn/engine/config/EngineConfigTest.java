package dev.forewarn.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.junit.jupiter.api.Test;

class EngineConfigTest {

    @Test
    void allFaultsAreToldAtOnce() {
        Map<String, String> settings = Map.of(
                "forewarn.kafka.topic-prefix", "no spaces ",
                "forewarn.kafka.compression", "rar",
                "forewarn.kafka.domain-topics", "drug;Food",
                "forewarn.clock.until", "tomorrow",
                "forewarn.clock.tick-interval", "99 ms",
                "forewarn.clock.disorder", "25 h",
                "forewarn.metrics.sample-every", "0");
        assertThatThrownBy(() -> EngineConfig.of(Configuration.fromMap(settings)))
                .isInstanceOfSatisfying(
                        ConfigFaults.class,
                        refused -> assertThat(refused.faults())
                                .hasSize(8)
                                .anyMatch(fault -> fault.contains("bootstrap-servers must be set"))
                                .anyMatch(fault -> fault.contains("got 'tomorrow'"))
                                .anyMatch(fault -> fault.contains("got 'Food'"))
                                .anyMatch(fault -> fault.contains("tick-interval must lie in [PT0.1S, PT1H]")));
    }

    @Test
    void aKeyThatIsMisspeltIsAFaultAndAPropertyOfKafkaIsNot() {
        assertThat(with(Map.of("forewarn.kafka.properties.security.protocol", "SSL"))
                        .kafka()
                        .toProperties())
                .containsEntry("security.protocol", "SSL");
        assertThatThrownBy(() -> with(Map.of("forewarn.clock.mod", "EVENTS", "taskmanager.numberOfTaskSlots", "2")))
                .isInstanceOfSatisfying(
                        ConfigFaults.class,
                        refused -> assertThat(refused.faults())
                                .containsExactly("forewarn.clock.mod is no setting; docs/CONFIG.md lists them all"));
    }

    @Test
    void settingsAreReadWithTheirUnits() {
        EngineConfig config = with(Map.of(
                "forewarn.kafka.delivery", "exactly-once",
                "forewarn.kafka.properties", "security.protocol:SSL,client.id:x",
                "forewarn.kafka.domain-topics", "drug;food",
                "forewarn.clock.mode", "events",
                "forewarn.clock.until", "2026-01-31T16:00:00Z",
                "forewarn.clock.tick-interval", "100 ms",
                "forewarn.clock.disorder", "0 s"));
        assertThat(config.kafka().delivery()).isEqualTo(DeliveryGuarantee.EXACTLY_ONCE);
        assertThat(config.kafka().domainTopics()).isEqualTo(List.of("drug", "food"));
        assertThat(config.kafka().toProperties())
                .containsEntry("security.protocol", "SSL")
                .containsEntry("bootstrap.servers", "broker:9092");
        assertThat(config.clock().mode()).isEqualTo(ClockMode.EVENTS);
        assertThat(config.clock().until()).isEqualTo(Instant.parse("2026-01-31T16:00:00Z"));
        assertThat(config.clock().tickInterval()).isEqualTo(Duration.ofMillis(100));
        assertThat(config.clock().disorder()).isZero();
    }

    @Test
    void whatTheJobNeedsOverrulesAndWhatSuitsItDoesNot() {
        Configuration given = new Configuration();
        given.set(PipelineOptions.GENERIC_TYPES, true);
        given.set(PipelineOptions.MAX_PARALLELISM, 128);
        given.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMinutes(3));
        Configuration complete = FlinkDefaults.complete(given);
        assertThat(complete.get(PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(complete.get(PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
        assertThat(complete.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(720);
        assertThat(complete.get(CheckpointingOptions.CHECKPOINTING_INTERVAL)).isEqualTo(Duration.ofMinutes(3));
        assertThat(complete.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
        assertThat(complete.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isTrue();
    }

    @Test
    void theLogAndTheCataloguesAreKeptForEverAndStampedByTheBroker() {
        List<Topics.Plan> plans = new Topics("t.").plans(6, List.of("drug"));
        assertThat(plans)
                .extracting(Topics.Plan::name)
                .containsExactly(
                        "t.events.v1",
                        "t.disposals.v1",
                        "t.catalogue.v1",
                        "t.alerts.v1",
                        "t.alerts.drug.v1",
                        "t.alerts.shadow.v1",
                        "t.cases.v1",
                        "t.assessments.v1",
                        "t.classes.v1",
                        "t.audit.v1",
                        "t.rejects.v1");
        assertThat(List.of(plans.get(0), plans.get(2)))
                .allSatisfy(plan -> assertThat(plan.settings())
                        .containsEntry("message.timestamp.type", "LogAppendTime")
                        .containsEntry("cleanup.policy", "delete")
                        .containsEntry("retention.ms", "-1"));
        assertThat(plans).extracting(Topics.Plan::partitions).containsExactly(6, 1, 1, 6, 6, 6, 6, 6, 6, 1, 6);
    }

    private static EngineConfig with(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("forewarn.kafka.bootstrap-servers", "broker:9092");
        return EngineConfig.of(Configuration.fromMap(all));
    }
}
