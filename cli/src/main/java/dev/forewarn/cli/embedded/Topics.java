package dev.forewarn.cli.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Brings the topics of an installation into being, on an embedded broker or a real one. */
public final class Topics {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Admin admin;

    /** Uses {@code admin}, which stays the caller's to close. */
    public Topics(Admin admin) {
        this.admin = admin;
    }

    /**
     * Creates those of {@code topics} that do not exist, and leaves those that do as they are. When this returns, the
     * broker knows all of them.
     *
     * @return the names of the topics that were created
     * @throws EmbeddedException naming every topic that exists with another number of partitions (nothing is created
     *     then), or saying why the broker refused or did not answer
     */
    public List<String> ensure(Collection<TopicSpec> topics) {
        Map<String, Integer> partitions = partitionsOf(topics);
        refuseOtherCounts(topics, partitions);
        List<TopicSpec> missing = topics.stream()
                .filter(topic -> !partitions.containsKey(topic.name()))
                .toList();
        create(missing);
        awaitKnown(missing);
        return missing.stream().map(TopicSpec::name).toList();
    }

    /**
     * Compares the settings of existing topics with {@code topics}: one sentence for each that differs. On a broker
     * that others look after this is worth a warning, not a refusal.
     */
    public List<String> differences(Collection<TopicSpec> topics) {
        Map<String, Integer> existing = partitionsOf(topics);
        List<String> sentences = new ArrayList<>();
        for (TopicSpec topic : topics) {
            if (existing.containsKey(topic.name())) {
                sentences.addAll(differences(topic));
            }
        }
        return sentences;
    }

    private List<String> differences(TopicSpec topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        Config config = Objects.requireNonNull(
                await(admin.describeConfigs(List.of(resource)).all(), topic.name())
                        .get(resource));
        List<String> sentences = new ArrayList<>();
        new TreeMap<>(topic.settings()).forEach((setting, wanted) -> {
            ConfigEntry entry = config.get(setting);
            String found = entry == null ? "nothing" : entry.value();
            if (!wanted.equals(found)) {
                sentences.add(
                        "Topic " + topic.name() + " has " + setting + "=" + found + " instead of " + wanted + ".");
            }
        });
        return sentences;
    }

    /** The partition count of each topic that exists. */
    private Map<String, Integer> partitionsOf(Collection<TopicSpec> topics) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        admin.describeTopics(topics.stream().map(TopicSpec::name).toList())
                .topicNameValues()
                .forEach((name, description) -> {
                    try {
                        counts.put(name, await(description, name).partitions().size());
                    } catch (EmbeddedException e) {
                        if (!(RootCause.of(e) instanceof UnknownTopicOrPartitionException)) {
                            throw e;
                        }
                    }
                });
        return counts;
    }

    private static void refuseOtherCounts(Collection<TopicSpec> topics, Map<String, Integer> partitions) {
        List<String> faults = topics.stream()
                .filter(topic -> partitions.getOrDefault(topic.name(), topic.partitions()) != topic.partitions())
                .map(topic -> "topic " + topic.name() + " has " + partitions.get(topic.name())
                        + " partitions instead of " + topic.partitions())
                .toList();
        if (!faults.isEmpty()) {
            throw new EmbeddedException("The number of partitions is fixed for the life of an installation, because it"
                    + " decides which partition an entity belongs to; found: " + String.join("; ", faults)
                    + ". Ask for the number found, or use another topic prefix.");
        }
    }

    private void create(List<TopicSpec> topics) {
        admin.createTopics(topics.stream().map(TopicSpec::toNewTopic).toList())
                .values()
                .forEach((name, created) -> {
                    try {
                        await(created, name);
                    } catch (EmbeddedException e) {
                        // Another process created it in the meantime.
                        if (!(RootCause.of(e) instanceof TopicExistsException)) {
                            throw e;
                        }
                    }
                });
    }

    /** The controller says that a topic is there before every broker has heard of it. */
    private void awaitKnown(List<TopicSpec> topics) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (partitionsOf(topics).size() < topics.size()) {
            if (System.nanoTime() > giveUp) {
                throw new EmbeddedException("Waited " + PATIENCE.toSeconds() + " s for the broker to know the topics "
                        + topics.stream().map(TopicSpec::name).toList() + " that it created; some are still unknown.");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedException("Interrupted while waiting for topics.", e);
        }
    }

    /** Kafka's futures are not of the JDK's kind everywhere, but can be turned into it. */
    private static <T> T await(KafkaFuture<T> future, String topic) {
        return Futures.await(future.toCompletionStage().toCompletableFuture(), PATIENCE, "look after topic " + topic);
    }
}
