package dev.forewarn.engine.config;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the job, checked.
 *
 * @param publishFrom what happens earlier is not published; null if all is
 * @param catalogueLead how long after its publication a catalogue takes effect
 * @param approvers who may approve a live catalogue; empty if nobody need approve
 * @param maxWorse the share of businesses that a live catalogue may move to a worse class unless it says otherwise, in
 *     ten-thousandths
 * @param walkStep how long one step of reassessing everybody keeps events waiting
 * @param sampleEvery one in so many steps is timed, at least 1
 */
public record EngineConfig(
        KafkaConfig kafka,
        ClockConfig clock,
        @Nullable Instant publishFrom,
        Duration catalogueLead,
        List<String> approvers,
        int maxWorse,
        Duration walkStep,
        int sampleEvery) {

    /**
     * Reads and checks all settings.
     *
     * @throws ConfigFaults with every fault
     */
    public static EngineConfig of(ReadableConfig settings) {
        Reading reading = new Reading(settings);
        reading.refuseUnknown();
        KafkaConfig kafka = new KafkaConfig(
                reading.present(EngineOptions.KAFKA_BOOTSTRAP_SERVERS),
                new Topics(reading.matching(EngineOptions.KAFKA_TOPIC_PREFIX, "[a-zA-Z0-9._-]{0,100}")),
                settings.get(EngineOptions.KAFKA_GROUP_ID),
                settings.get(EngineOptions.KAFKA_PROPERTIES),
                settings.get(EngineOptions.KAFKA_DELIVERY),
                reading.present(EngineOptions.KAFKA_TRANSACTION_PREFIX),
                reading.between(EngineOptions.KAFKA_TRANSACTION_TIMEOUT, Duration.ofSeconds(1), Duration.ofDays(7)),
                reading.between(EngineOptions.KAFKA_LINGER, Duration.ZERO, Duration.ofSeconds(10)),
                reading.matching(EngineOptions.KAFKA_COMPRESSION, "none|gzip|snappy|lz4|zstd"),
                reading.domains());
        ClockConfig clock = new ClockConfig(
                settings.get(EngineOptions.CLOCK_MODE),
                reading.between(EngineOptions.CLOCK_TICK_INTERVAL, Duration.ofMillis(100), Duration.ofHours(1)),
                reading.between(EngineOptions.CLOCK_DISORDER, Duration.ZERO, Duration.ofDays(1)),
                reading.instant(EngineOptions.CLOCK_UNTIL),
                reading.between(EngineOptions.CLOCK_DAY_SPREAD, Duration.ofMillis(1), Duration.ofHours(12)));
        Instant publishFrom = reading.instant(EngineOptions.CLOCK_PUBLISH_FROM);
        Duration lead = reading.between(EngineOptions.CATALOGUE_LEAD, Duration.ZERO, Duration.ofDays(1));
        Duration walkStep = reading.between(EngineOptions.CATALOGUE_WALK_STEP, Duration.ZERO, Duration.ofSeconds(1));
        int maxWorse = reading.tenThousandths(EngineOptions.CATALOGUE_MAX_WORSE_SHARE);
        int sampleEvery = reading.atLeastOne(EngineOptions.METRICS_SAMPLE_EVERY);
        reading.refuseFaults();
        return new EngineConfig(
                kafka,
                clock,
                publishFrom,
                lead,
                settings.get(EngineOptions.CATALOGUE_APPROVERS),
                maxWorse,
                walkStep,
                sampleEvery);
    }

    private static final class Reading {

        private final ReadableConfig settings;
        private final List<String> faults = new ArrayList<>();

        Reading(ReadableConfig settings) {
            this.settings = settings;
        }

        /** A key that is misspelt would be a setting that is silently left at its default. */
        void refuseUnknown() {
            for (String key : settings.toMap().keySet()) {
                boolean isKnown = EngineOptions.all().stream()
                        .map(ConfigOption::key)
                        .anyMatch(known -> key.equals(known)
                                || (known.equals(EngineOptions.KAFKA_PROPERTIES.key()) && key.startsWith(known + ".")));
                if (key.startsWith(EngineOptions.PREFIX) && !isKnown) {
                    faults.add(key + " is no setting; docs/CONFIG.md lists them all");
                }
            }
        }

        String present(ConfigOption<String> option) {
            String fallback = option.hasDefaultValue() ? option.defaultValue() : "";
            String value = settings.getOptional(option).orElse(fallback);
            if (value.isBlank()) {
                faults.add(option.key() + " must be set");
            }
            return value;
        }

        String matching(ConfigOption<String> option, String pattern) {
            String value = settings.get(option);
            if (!value.matches(pattern)) {
                faults.add(option.key() + " must match " + pattern + "; got '" + value + "'");
                return option.defaultValue();
            }
            return value;
        }

        Duration between(ConfigOption<Duration> option, Duration least, Duration most) {
            Duration value = settings.get(option);
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                faults.add(option.key() + " must lie in [" + least + ", " + most + "]; got " + value);
            }
            return value;
        }

        /** A share, in ten-thousandths. */
        int tenThousandths(ConfigOption<Double> option) {
            double value = settings.get(option);
            if (!(value >= 0 && value <= 1)) {
                faults.add(option.key() + " must lie in [0, 1]; got " + value);
                return 0;
            }
            return (int) Math.round(value * 10_000);
        }

        int atLeastOne(ConfigOption<Integer> option) {
            int value = settings.get(option);
            if (value < 1) {
                faults.add(option.key() + " must be at least 1; got " + value);
            }
            return value;
        }

        List<String> domains() {
            List<String> domains = settings.get(EngineOptions.KAFKA_DOMAIN_TOPICS);
            for (String domain : domains) {
                if (!domain.matches("[a-z0-9-]{1,64}") || domain.equals(Topics.SHADOW)) {
                    faults.add(EngineOptions.KAFKA_DOMAIN_TOPICS.key()
                            + " must name domains in lower case, none of them 'shadow'; got '" + domain + "'");
                }
            }
            return domains;
        }

        @Nullable
        Instant instant(ConfigOption<String> option) {
            String text = settings.getOptional(option).orElse("");
            if (text.isEmpty()) {
                return null;
            }
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                faults.add(option.key() + " must be an instant such as 2026-01-31T16:00:00Z; got '" + text + "'");
                return null;
            }
        }

        void refuseFaults() {
            if (!faults.isEmpty()) {
                throw new ConfigFaults(faults);
            }
        }
    }
}
