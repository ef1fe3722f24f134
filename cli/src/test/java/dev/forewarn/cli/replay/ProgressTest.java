package dev.forewarn.cli.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void linesComeEveryFiveSecondsAndShortWorkHasNone() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        long[] nowSeconds = {0};
        Progress.Work work = new Progress.Work("Mapping", "MB", 10, 2_000);
        try (Progress progress =
                Progress.lines(work, new PrintStream(shown, true, UTF_8), () -> nowSeconds[0] * 1_000_000_000L)) {
            for (int done = 0; done <= 12; done++) {
                nowSeconds[0] = done;
                progress.accept(done * 100L);
            }
        }

        assertThat(shown.toString(UTF_8).lines())
                .containsExactly("Mapping: 50 of 200 MB (25 %)", "Mapping: 100 of 200 MB (50 %)");
    }
}
