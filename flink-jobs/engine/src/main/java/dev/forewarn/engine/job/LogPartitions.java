package dev.forewarn.engine.job;

import dev.forewarn.engine.config.KafkaConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/** Asks the brokers how many partitions the log has. */
final class LogPartitions {

    private static final long PATIENCE_SECONDS = 30;

    private LogPartitions() {}

    /** @throws IllegalStateException if the brokers do not answer or there is no such topic */
    static int count(KafkaConfig config) {
        String topic = config.topics().events();
        try (Admin admin = Admin.create(config.toProperties())) {
            Map<String, TopicDescription> found =
                    admin.describeTopics(List.of(topic)).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Objects.requireNonNull(found.get(topic), topic).partitions().size();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "the topic " + topic + " must exist at " + config.bootstrapServers() + "; asking for it failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for the topic " + topic, e);
        }
    }
}
