package dev.forewarn.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Wire;
import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Outbound;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole graph on RocksDB in a small cluster. */
class EarlyWarningGraphITCase {

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(4)
            .build());

    @Test
    void theSameLogGivesTheSameHistoryAtAnyParallelismAndSpeed() throws Exception {
        List<LogRecord> log = Town.halfAYear();
        long broken = log.stream().filter(record -> !record.isAccepted()).count();
        GraphRun one = GraphRun.with(GraphRun.settingsUntil(Town.UNTIL, 1));
        one.define(new FakeLog(log).readBy(one.env(), RateLimiterStrategy.noOp()));
        one.env().execute();

        Map<String, List<String>> history = GraphRun.history(one.results());
        assertThat(history).hasSize(Town.BUSINESSES);
        assertThat(history.values())
                .allSatisfy(said -> assertThat(said)
                        .filteredOn(message -> message.startsWith("CLASSES"))
                        .hasSize(4));
        assertThat(one.results(Outbound.Channel.ALERTS)).hasSizeGreaterThan(Town.BUSINESSES);
        assertThat(one.rejects()).hasSizeGreaterThan((int) broken + 1);

        GraphRun two = GraphRun.with(GraphRun.settingsUntil(Town.UNTIL, 2));
        two.define(new FakeLog(log).readPunctuallyBy(two.env()));
        two.env().execute();
        assertThat(GraphRun.history(two.results())).isEqualTo(history);
        assertThat(two.rejects()).hasSameSizeAs(one.rejects());
    }

    @Test
    void aThousandLiveDossiersEndWithTheirInputAndAreMovedToTheLastInstant() throws Exception {
        GraphRun run = GraphRun.with(GraphRun.settingsUntil(Town.UNTIL, 2));
        run.define(new FakeLog(Town.register(1_000)).readBy(run.env(), RateLimiterStrategy.noOp()));
        run.env().execute();
        assertThat(run.results(Outbound.Channel.CLASSES)).hasSize(4_000);
    }

    @Test
    void aThousandLiveDossiersEndWithTheirInputAndStayWhereTheyAreIfThereIsNoLastInstant() throws Exception {
        GraphRun run = GraphRun.with(GraphRun.settings(2));
        run.define(new FakeLog(Town.register(1_000)).readBy(run.env(), RateLimiterStrategy.noOp()));
        run.env().execute();
        assertThat(run.results(Outbound.Channel.ASSESSMENTS)).hasSize(1_000);
        assertThat(run.results(Outbound.Channel.CLASSES)).isEmpty();
    }

    @Test
    void aRegisterOfTenThousandYieldsAsManyClassesThoughMostNeverHaveAnEvent() throws Exception {
        List<LogRecord> log = Town.register(10_000);
        long later = Messages.at("2026-01-20T09:00");
        for (int i = 6_000; i < 10_000; i++) {
            log.add(Messages.onLog(Town.id(i), later + i, Messages.penalty(Town.id(i), later + i)));
        }
        log.add(Messages.tick(Messages.at("2026-02-01T00:10")));
        GraphRun run = GraphRun.with(GraphRun.settings(2));
        run.define(new FakeLog(log).readPunctuallyBy(run.env()));
        run.env().execute();

        List<MonthlyClass> classes = run.results(Outbound.Channel.CLASSES).stream()
                .map(message ->
                        ((Decoded.Value<MonthlyClass>) Wire.decode(message.value(), MonthlyClass.class)).value())
                .toList();
        assertThat(classes)
                .hasSize(10_000)
                .allMatch(monthly -> monthly.getMonth().equals("2026-01"));
        assertThat(classes).extracting(MonthlyClass::getEntityId).doesNotHaveDuplicates();
        assertThat(classes)
                .filteredOn(monthly -> "A".equals(monthly.getHeadlineClass()))
                .hasSize(6_000);
    }
}
