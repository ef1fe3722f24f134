package dev.forewarn.cli.installation;

import dev.forewarn.cli.embedded.TopicSpec;
import dev.forewarn.engine.config.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The topics of an installation on its broker. */
public final class InstallationTopics {

    private InstallationTopics() {}

    /** Creates those that do not exist. */
    static void ensure(String bootstrapServers, Topics topics, int partitions, List<String> domains) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            ensure(admin, topics.plans(partitions, domains));
        }
    }

    /**
     * Creates the alert topics of domains where they do not exist, with as many partitions as the log has.
     *
     * @return the names of those that were created
     * @throws IllegalStateException if the installation has no log
     */
    public static List<String> ensureAlertTopics(String bootstrapServers, Topics topics, List<String> domains) {
        if (domains.isEmpty()) {
            return List.of();
        }
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            int partitions = Objects.requireNonNull(admin.describeTopics(List.of(topics.events()))
                            .allTopicNames()
                            .get()
                            .get(topics.events()))
                    .partitions()
                    .size();
            List<String> wanted = domains.stream().map(topics::alertsOf).toList();
            return ensure(
                    admin,
                    topics.plans(partitions, domains).stream()
                            .filter(plan -> wanted.contains(plan.name()))
                            .toList());
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "there is no log " + topics.events() + " at " + bootstrapServers + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at the topics", e);
        }
    }

    private static List<String> ensure(Admin admin, Collection<Topics.Plan> plans) {
        return new dev.forewarn.cli.embedded.Topics(admin)
                .ensure(plans.stream()
                        .map(plan -> new TopicSpec(plan.name(), plan.partitions(), plan.settings()))
                        .toList());
    }
}
