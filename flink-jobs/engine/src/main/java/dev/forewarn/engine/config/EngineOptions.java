package dev.forewarn.engine.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;

/**
 * Every setting of the job. What concerns rules, points and calendars is in the catalogue; what concerns Flink is
 * Flink's.
 */
public final class EngineOptions {

    /** What all keys begin with. */
    public static final String PREFIX = "forewarn.";

    public static final ConfigOption<String> KAFKA_BOOTSTRAP_SERVERS = ConfigOptions.key(
                    "forewarn.kafka.bootstrap-servers")
            .stringType()
            .noDefaultValue()
            .withDescription("Brokers, as host:port, separated by commas. Required.");

    public static final ConfigOption<String> KAFKA_TOPIC_PREFIX = ConfigOptions.key("forewarn.kafka.topic-prefix")
            .stringType()
            .defaultValue("forewarn.")
            .withDescription("What the names of all topics begin with; letters, digits, '.', '_' and '-'.");

    public static final ConfigOption<String> KAFKA_GROUP_ID = ConfigOptions.key("forewarn.kafka.group-id")
            .stringType()
            .defaultValue("forewarn")
            .withDescription("Consumer group under which the offsets of completed checkpoints are shown to monitoring. "
                    + "Reading starts from the checkpoint, never from these offsets.");

    public static final ConfigOption<Map<String, String>> KAFKA_PROPERTIES = ConfigOptions.key(
                    "forewarn.kafka.properties")
            .mapType()
            .defaultValue(Map.of())
            .withDescription("Properties for all Kafka clients, such as those of security.");

    public static final ConfigOption<DeliveryGuarantee> KAFKA_DELIVERY = ConfigOptions.key("forewarn.kafka.delivery")
            .enumType(DeliveryGuarantee.class)
            .defaultValue(DeliveryGuarantee.AT_LEAST_ONCE)
            .withDescription(
                    "How outputs are written. At-least-once: a restart may repeat messages, with the same id and "
                            + "revision. Exactly-once: readers must use read_committed and wait for a checkpoint.");

    public static final ConfigOption<String> KAFKA_TRANSACTION_PREFIX = ConfigOptions.key(
                    "forewarn.kafka.transaction-prefix")
            .stringType()
            .defaultValue("forewarn")
            .withDescription(
                    "What the transactional ids begin with if delivery is exactly-once; unique among the jobs of a "
                            + "Kafka cluster, and never changed while the job has state.");

    public static final ConfigOption<Duration> KAFKA_TRANSACTION_TIMEOUT = ConfigOptions.key(
                    "forewarn.kafka.transaction-timeout")
            .durationType()
            .defaultValue(Duration.ofMinutes(15))
            .withDescription(
                    "After this time a broker gives up an open transaction and its messages are lost; longer than "
                            + "the longest outage, at most the broker's transaction.max.timeout.ms.");

    public static final ConfigOption<Duration> KAFKA_LINGER = ConfigOptions.key("forewarn.kafka.linger")
            .durationType()
            .defaultValue(Duration.ofMillis(2))
            .withDescription("How long an output waits for company. Longer: fewer, larger requests; later alerts.");

    public static final ConfigOption<String> KAFKA_COMPRESSION = ConfigOptions.key("forewarn.kafka.compression")
            .stringType()
            .defaultValue("lz4")
            .withDescription("Compression of outputs: none, gzip, snappy, lz4 or zstd.");

    public static final ConfigOption<List<String>> KAFKA_DOMAIN_TOPICS = ConfigOptions.key(
                    "forewarn.kafka.domain-topics")
            .stringType()
            .asList()
            .defaultValues("drug", "medical-device", "food", "cosmetic", "industrial-product", "special-equipment")
            .withDescription(
                    "Domains that have an alert topic of their own, alerts.<domain>.v1. Alerts of other domains go "
                            + "to alerts.v1 only and are counted.");

    public static final ConfigOption<ClockMode> CLOCK_MODE = ConfigOptions.key("forewarn.clock.mode")
            .enumType(ClockMode.class)
            .defaultValue(ClockMode.WALL)
            .withDescription(
                    "What moves time. WALL: the job writes Ticks of the wall clock into the log. EVENTS: only events "
                            + "and replayed Ticks, for history.");

    public static final ConfigOption<Duration> CLOCK_TICK_INTERVAL = ConfigOptions.key("forewarn.clock.tick-interval")
            .durationType()
            .defaultValue(Duration.ofSeconds(10))
            .withDescription(
                    "How often a Tick is written to every partition of the log in mode WALL; at least 100 ms.");

    public static final ConfigOption<Duration> CLOCK_DISORDER = ConfigOptions.key("forewarn.clock.disorder")
            .durationType()
            .defaultValue(Duration.ofSeconds(1))
            .withDescription(
                    "How far behind the newest stamp of its partition a message may be without being late. Silent "
                            + "businesses are woken this much later.");

    public static final ConfigOption<String> CLOCK_UNTIL = ConfigOptions.key("forewarn.clock.until")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "For bounded input only: the last instant that is acted upon, such as 2026-01-31T16:00:00Z. Events "
                            + "published after it are left out and counted; at the end of input every business is moved to it. "
                            + "Without it, the end of input moves nobody.");

    public static final ConfigOption<Duration> CLOCK_DAY_SPREAD = ConfigOptions.key("forewarn.clock.day-spread")
            .durationType()
            .defaultValue(Duration.ofMinutes(10))
            .withDescription(
                    "Over how long after local midnight the work of a new day is spread. Results are as of midnight "
                            + "all the same.");

    public static final ConfigOption<String> CLOCK_PUBLISH_FROM = ConfigOptions.key("forewarn.clock.publish-from")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "The fence of a bootstrap, such as 2026-01-31T16:00:00Z: what happened earlier is lived through and not "
                            + "published; at this instant every business says once where it stands, and every alert that is open "
                            + "is published once, its deadlines counted from there. Not to be changed while the job has state. "
                            + "Without it, all is published.");

    public static final ConfigOption<Duration> CATALOGUE_LEAD = ConfigOptions.key("forewarn.catalogue.lead")
            .durationType()
            .defaultValue(Duration.ofSeconds(30))
            .withDescription(
                    "How long after its publication a catalogue takes effect; longer than it takes to reach every "
                            + "instance of the job. Not to be changed while the log is kept: a rebuilt job would give "
                            + "another history.");

    public static final ConfigOption<List<String>> CATALOGUE_APPROVERS = ConfigOptions.key(
                    "forewarn.catalogue.approvers")
            .stringType()
            .asList()
            .defaultValues()
            .withDescription(
                    "Who may approve a live catalogue. If anyone is named here, it takes two persons: the header author, "
                            + "and the header approver from this list.");

    public static final ConfigOption<Double> CATALOGUE_MAX_WORSE_SHARE = ConfigOptions.key(
                    "forewarn.catalogue.max-worse-share")
            .doubleType()
            .defaultValue(0.05)
            .withDescription(
                    "A live catalogue that would move a larger share of the businesses to a worse headline class is "
                            + "refused, unless its header may-move allows that share; in [0, 1], and 1 allows all.");

    public static final ConfigOption<Duration> CATALOGUE_WALK_STEP = ConfigOptions.key("forewarn.catalogue.walk-step")
            .durationType()
            .defaultValue(Duration.ofMillis(5))
            .withDescription(
                    "When a catalogue has taken effect, all businesses are reassessed in steps of this length, between "
                            + "which events are read. Longer: sooner done; events wait longer meanwhile.");

    public static final ConfigOption<Integer> METRICS_SAMPLE_EVERY = ConfigOptions.key("forewarn.metrics.sample-every")
            .intType()
            .defaultValue(64)
            .withDescription("One in so many steps is timed; at least 1.");

    private EngineOptions() {}

    /** All of them, in the order of the manual. */
    public static List<ConfigOption<?>> all() {
        return List.of(
                KAFKA_BOOTSTRAP_SERVERS,
                KAFKA_TOPIC_PREFIX,
                KAFKA_GROUP_ID,
                KAFKA_PROPERTIES,
                KAFKA_DELIVERY,
                KAFKA_TRANSACTION_PREFIX,
                KAFKA_TRANSACTION_TIMEOUT,
                KAFKA_LINGER,
                KAFKA_COMPRESSION,
                KAFKA_DOMAIN_TOPICS,
                CLOCK_MODE,
                CLOCK_TICK_INTERVAL,
                CLOCK_DISORDER,
                CLOCK_UNTIL,
                CLOCK_DAY_SPREAD,
                CLOCK_PUBLISH_FROM,
                CATALOGUE_LEAD,
                CATALOGUE_APPROVERS,
                CATALOGUE_MAX_WORSE_SHARE,
                CATALOGUE_WALK_STEP,
                METRICS_SAMPLE_EVERY);
    }
}
