package dev.forewarn.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forewarn.engine.catalogue.BundleCompiler;
import dev.forewarn.engine.config.ConfigFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobArgumentsTest {

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
    void theFaultsOfACatalogueAreTold(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("scheme.yaml"), "scheme: [");
        assertThatThrownBy(() -> JobArguments.parse("--catalogue", folder.toString()))
                .isInstanceOf(ConfigFaults.class)
                .hasMessageContaining("scheme.yaml:");
    }
}
