package dev.forewarn.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forewarn.avro.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CityWriterTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void eventThatCannotBeEncodedIsToldAndNobodyWaitsForEver() throws IOException {
        try (CityWriter writer = new CityWriter(folder.resolve("a.avro"), "test")) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100_000; i++) {
                            writer.add(new Event());
                        }
                        writer.finish();
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the file cannot be written");
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("forewarn-city-writer"));
    }
}
