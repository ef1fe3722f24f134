package dev.forewarn.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BenchEventsTest {

    @Test
    void theLogOfABenchmarkIsTheSameEachTimeAndRisesWithoutAGap() {
        BenchEvents events = new BenchEvents(-1, 10, 0, 7);
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> events.at(i).recordedAtMs())
                        .toList())
                .isSorted();
        assertThat(events.at(42).bytes())
                .isEqualTo(new BenchEvents(-2, 10, 0, 7).at(42).bytes());
        assertThat(events.at(42).bytes())
                .isNotEqualTo(new BenchEvents(-1, 10, 0, 8).at(42).bytes());
    }
}
