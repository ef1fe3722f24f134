package dev.forewarn.cli.plan;

import dev.forewarn.cli.option.InstallationOptions;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.engine.config.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the commands of plans read: the topics of an installation, and the rules of plans. */
final class PlanSources {

    private static final String SHIPPED = "config/plan.yaml";

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description =
                    "Ratios, floors, caps and key supervision (default: config/plan.yaml; docs/PLAN.md tells them).")
    private @Nullable Path rules;

    String name() {
        return installation.name();
    }

    /** The file of the rules. */
    Path rulesFile() {
        Path file = rules == null
                ? Path.of(System.getProperty("forewarn.home", ".")).resolve(SHIPPED)
                : rules;
        if (!Files.isReadable(file)) {
            throw new Refusal("there are no rules of plans in " + file + "; name a file with --rules");
        }
        return file;
    }

    InstalledCity city() {
        InstalledCity city = new InstalledCity();
        try (TopicReader reader = new TopicReader(installation.bootstrapServers(), topics().assessments())) {
            reader.readAll(message -> city.add(message.key(), message.value()));
        }
        return city;
    }

    Map<String, Visits> visits(VisitRule rule, ZoneId zone) {
        VisitLog log = new VisitLog(rule, zone);
        try (TopicReader reader = new TopicReader(installation.bootstrapServers(), topics().events())) {
            reader.readAll(message -> log.add(message.value()));
        }
        return log.byBusiness();
    }

    private Topics topics() {
        return new Topics(installation.topicPrefix());
    }
}
