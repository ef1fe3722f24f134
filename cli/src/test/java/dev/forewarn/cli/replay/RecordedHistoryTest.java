package dev.forewarn.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.forewarn.cli.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole data sets through the mappings that are shipped, where the data lie beside the repository. */
class RecordedHistoryTest {

    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final Path EXAMPLES = Path.of("..", "config", "examples");

    @TempDir
    Path folder;

    @Test
    void everyRowOfTheFirmsIsAnEvent() throws IOException {
        assertThat(counts("fda-firms", "fda_firms/events.csv"))
                .containsExactly("81378 rows, 83926 events, 0 skipped, 0 rejected");
    }

    @Test
    void everyRowOfTheRecallsIsAnEventButThoseThatNameSeveralHolders() throws IOException {
        assertThat(counts("drug-recalls", "fda_drug_recalls/events.csv", "taiwan_drug_recalls/events.csv"))
                .containsExactly(
                        "7722 rows, 21539 events, 0 skipped, 0 rejected",
                        "1303 rows, 2598 events, 0 skipped, 4 rejected");
    }

    @Test
    void everyRowOfTheFoodBusinessesIsAnEvent() throws IOException {
        assertThat(counts("chicago-food", "chicago_food/businesses.csv", "chicago_food/events.csv"))
                .containsExactly(
                        "16406 rows, 16406 events, 0 skipped, 0 rejected",
                        "46835 rows, 93670 events, 0 skipped, 0 rejected");
    }

    private List<String> counts(String example, String... files) throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the data sets lie in ../shared/data beside the repository; there is none");
        List<Mapping> mappings =
                MappingFiles.read(List.of(EXAMPLES.resolve(example).resolve("mappings")), null);
        List<Path> paths = Stream.of(files).map(DATA::resolve).toList();
        // So little memory that the larger sets are sorted on disk.
        Preparation.Settings settings =
                new Preparation.Settings(Period.ALL, Instant.parse("2026-01-01T00:00:00Z"), 16L << 20, folder);
        try (RejectsFile rejects = new RejectsFile(folder.resolve("rejects.jsonl"));
                Prepared prepared = Preparation.prepare(Intake.match(paths, mappings), settings, rejects, done -> {})) {
            assertSorted(prepared);
            return prepared.tallies().stream()
                    .map(tally -> tally.rows() + " rows, " + tally.events() + " events, " + tally.skipped()
                            + " skipped, " + tally.rejected() + " rejected")
                    .toList();
        }
    }

    private static void assertSorted(Prepared prepared) throws IOException {
        long count = 0;
        List<PreparedEvent> last = new ArrayList<>();
        try (EventStream events = prepared.events()) {
            for (PreparedEvent event = events.next(); event != null; event = events.next()) {
                if (!last.isEmpty()) {
                    assertThat(event).isGreaterThanOrEqualTo(last.get(0));
                    last.clear();
                }
                last.add(event);
                count++;
            }
        }
        assertThat(count).isEqualTo(prepared.count());
    }
}
