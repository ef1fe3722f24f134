package dev.forewarn.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Wire;
import dev.forewarn.engine.operator.EngineMetrics;
import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Outbound;
import dev.forewarn.engine.wire.RejectReason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever stands in the log, each record becomes an event, a tick or one reject; no restart is allowed for. */
class BadInputITCase {

    private static final InMemoryReporter METRICS = InMemoryReporter.createWithRetainedMetrics();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setConfiguration(METRICS.addToConfiguration(new Configuration()))
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    private static final int BUSINESSES = 20;

    @AfterAll
    static void close() {
        METRICS.close();
    }

    @Test
    void thousandsOfBadMessagesAreAsManyRejectsAndTheClockStandsStill() throws Exception {
        List<LogRecord> log = Town.register(BUSINESSES);
        long now = Town.START + BUSINESSES * 1_000L;
        BadMessages bad = new BadMessages(Town.id(7), now);
        bad.add(150);
        log.addAll(bad.records());
        for (int i = 0; i < BUSINESSES; i++) {
            log.add(Messages.onLog(Town.id(i), now + i, Messages.penalty(Town.id(i), now + i)));
        }
        log.add(Messages.tick(Messages.at("2026-02-01T00:10")));
        GraphRun run = GraphRun.with(GraphRun.settings(2));
        run.define(new FakeLog(log).readPunctuallyBy(run.env()));
        JobExecutionResult ended = run.env().execute();

        assertThat(bad.expected()).hasSizeGreaterThan(3_000);
        assertThat(reasons(run.rejects())).isEqualTo(bad.expected());
        assertThat(channels(run.results()).values())
                .hasSize(BUSINESSES)
                .allSatisfy(said -> assertThat(said)
                        .as("the month ends by the tick, after the penalty")
                        .containsExactly("ASSESSMENTS", "ALERTS", "ASSESSMENTS", "CLASSES", "ALERTS", "ASSESSMENTS"));
        assertThat(counted(ended, EngineMetrics.LATE)).isZero();
        assertThat(counted(ended, EngineMetrics.EVENTS)).isEqualTo(2 * BUSINESSES);
        assertThat(counted(ended, EngineMetrics.ALERTS)).isEqualTo(2 * BUSINESSES);
        // And the catalogue of GraphRun that is none.
        assertThat(counted(ended, EngineMetrics.REJECTS))
                .isEqualTo(bad.expected().size() + 1);
    }

    /** Reasons by offset; fails if an input was refused twice. */
    private static Map<Long, RejectReason> reasons(List<Outbound> rejects) {
        Map<String, RejectReason> byName = Arrays.stream(RejectReason.values())
                .collect(Collectors.toMap(RejectReason::wireName, reason -> reason));
        return rejects.stream()
                .map(message -> ((Decoded.Value<Reject>) Wire.decode(message.value(), Reject.class)).value())
                .filter(reject -> reject.getTopic().equals(Messages.TOPIC))
                .collect(Collectors.toMap(Reject::getOffset, reject -> byName.get(reject.getReason())));
    }

    private static Map<String, List<String>> channels(List<Outbound> messages) {
        return messages.stream()
                .collect(Collectors.groupingBy(
                        Outbound::key,
                        Collectors.mapping(message -> message.channel().name(), Collectors.toList())));
    }

    private static long counted(JobExecutionResult ended, EngineMetrics metric) {
        return METRICS.findJobMetricGroups(ended.getJobID(), "^" + metric.metricName() + "$").stream()
                .mapToLong(found -> ((Counter) found.f2).getCount())
                .sum();
    }
}
