package dev.forewarn.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pages of {@code docs/} that are made from the code say what the code says; their heads tell how to make them. */
class ManualTest {

    private static final Path DOCS = Path.of("../../docs");

    @Test
    void thePageOfTheSettingsIsCurrent() throws IOException, IllegalAccessException {
        compare("CONFIG.md", Manual.settings(EngineOptionsTest.options()));
    }

    @Test
    void thePageOfTheRejectsIsCurrent() throws IOException {
        compare("REJECTS.md", Manual.rejects());
    }

    @Test
    void thePageOfTheMetricsIsCurrent() throws IOException {
        compare("METRICS.md", Manual.metrics());
    }

    private static void compare(String name, String page) throws IOException {
        Path file = DOCS.resolve(name);
        if (System.getenv("FOREWARN_WRITE_DOCS") != null) {
            Files.writeString(file, page);
        }
        assertThat(file).as("its head tells how to write it anew").hasContent(page);
    }
}
