package dev.forewarn.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forewarn.engine.catalogue.BundleCompiler;
import dev.forewarn.engine.config.ConfigFaults;
import dev.forewarn.engine.config.EngineConfig;
import dev.forewarn.engine.config.EngineOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobArgumentsTest {

    private static final String EXAMPLE = "../../config/engine.yaml";
    private static final String SHIPPED = "../../config/catalogue";

    @Test
    void theCatalogueIsReadAndTheRestAreSettings() {
        JobArguments arguments = JobArguments.parse("--forewarn.clock.mode", "EVENTS", "--catalogue", SHIPPED);
        assertThat(arguments.settings()).isEqualTo(Map.of("forewarn.clock.mode", "EVENTS"));
        assertThat(new BundleCompiler().compileChecked(arguments.bundle()).version())
                .isNotEmpty();
    }

    @Test
    void whatIsNoPairAndAMissingCatalogueAreToldTogether() {
        assertThatThrownBy(() -> JobArguments.parse("forewarn.clock.mode", "EVENTS", "--catalogue"))
                .isInstanceOfSatisfying(
                        ConfigFaults.class,
                        refused -> assertThat(refused.faults())
                                .hasSize(3)
                                .anyMatch(fault -> fault.contains("'forewarn.clock.mode' at place 1"))
                                .anyMatch(fault -> fault.contains("--catalogue must name the folder")));
    }

    @Test
    void aBundleInOneFileIsAsGoodAsItsFolder(@TempDir Path folder) throws IOException {
        String bundle = JobArguments.parse("--catalogue", SHIPPED).bundle();
        Path file = Files.writeString(folder.resolve("bundle.txt"), bundle);
        assertThat(JobArguments.parse("--catalogue", file.toString()).bundle()).isEqualTo(bundle);
    }

    @Test
    void whatIsGivenOverrulesTheFileOfSettings() {
        JobArguments arguments = JobArguments.parse(
                "--settings", EXAMPLE, "--catalogue", SHIPPED, "--forewarn.kafka.bootstrap-servers", "broker:9092");
        EngineConfig config = EngineConfig.of(Configuration.fromMap(arguments.settings()));
        assertThat(config.kafka().bootstrapServers()).isEqualTo("broker:9092");
        assertThat(config.kafka().domainTopics()).isEqualTo(EngineOptions.KAFKA_DOMAIN_TOPICS.defaultValue());
        assertThat(config.clock().tickInterval()).isEqualTo(EngineOptions.CLOCK_TICK_INTERVAL.defaultValue());
    }

    @Test
    void aFileOfSettingsThatIsNotThereIsAFault() {
        assertThatThrownBy(() -> JobArguments.parse("--settings", "no-such-file.yaml", "--catalogue", SHIPPED))
                .isInstanceOf(ConfigFaults.class)
                .hasMessageContaining("no-such-file.yaml cannot be read");
    }

    @Test
    void theFaultsOfACatalogueAreTold(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("scheme.yaml"), "scheme: [");
        assertThatThrownBy(() -> JobArguments.parse("--catalogue", folder.toString()))
                .isInstanceOf(ConfigFaults.class)
                .hasMessageContaining("scheme.yaml:");
    }
}
