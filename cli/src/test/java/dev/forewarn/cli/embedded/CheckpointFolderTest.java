package dev.forewarn.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.MasterState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {

    private static final String NEEDED = "0b8f3a52-5c3a-4b26-9d8a-1f0c9a7e6d51";
    private static final String ORPHAN = "7f6e1c11-1111-4222-8333-444455556666";

    @TempDir
    private Path folder;

    private CheckpointFolder checkpoints;

    @BeforeEach
    void open() {
        checkpoints = new CheckpointFolder(folder);
    }

    @Test
    void folderThatDoesNotExistHoldsNoCheckpoint() {
        assertThat(new CheckpointFolder(folder.resolve("none")).newestCompleted())
                .isEmpty();
    }

    @Test
    void newestIsTheGreatestNumberOfAnyRun() throws IOException {
        completed("run-b/chk-9");
        completed("run-a/chk-10");
        completed("run-b/chk-8");

        assertThat(checkpoints.newestCompleted()).contains(folder.resolve("run-a/chk-10"));
    }

    @Test
    void checkpointWithoutMetadataWasNotCompleted() throws IOException {
        completed("run-a/chk-1");
        file("run-a/chk-2/" + NEEDED);

        assertThat(checkpoints.newestCompleted()).contains(folder.resolve("run-a/chk-1"));
    }

    @Test
    void checkpointWhoseMetadataIsTornIsPassedOver() throws IOException {
        completed("run-a/chk-1");
        Files.write(file("run-a/chk-2/_metadata"), new byte[] {1, 2, 3});

        assertThat(checkpoints.newestCompleted()).contains(folder.resolve("run-a/chk-1"));
    }

    @Test
    void sweepLeavesTheStartingPointWhatItNeedsAndTheNewRun() throws IOException {
        Path from = completed("run-a/chk-7", NEEDED);
        completed("run-a/chk-6", ORPHAN);
        file("run-a/chk-8/" + ORPHAN);
        file("run-a/shared/" + NEEDED);
        file("run-a/shared/" + ORPHAN);
        file("run-b/shared/" + ORPHAN);

        checkpoints.sweep("run-b", from, CheckpointFolder.stateFilesOf(from));

        assertThat(everything())
                .containsExactlyInAnyOrder(
                        "run-a",
                        "run-a/chk-7",
                        "run-a/chk-7/_metadata",
                        "run-a/shared",
                        "run-a/shared/" + NEEDED,
                        "run-b",
                        "run-b/shared",
                        "run-b/shared/" + ORPHAN);
    }

    @Test
    void runFromNothingSweepsAllThatWasBefore() throws IOException {
        completed("run-a/chk-7", NEEDED);
        file("run-a/shared/" + NEEDED);

        checkpoints.sweep("run-b", null, Set.of());

        assertThat(folder).doesNotExist();
    }

    @Test
    void placeWithoutMetadataIsNoCheckpoint() {
        assertThatThrownBy(() -> CheckpointFolder.stateFilesOf(folder))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("no completed checkpoint at " + folder);
    }

    /** Writes a checkpoint whose metadata mentions {@code names}, as it would the files of its state. */
    private Path completed(String path, String... names) throws IOException {
        List<MasterState> mentions = Stream.of(names)
                .map(name -> new MasterState("file:/somewhere/" + name, new byte[0], 1))
                .toList();
        CheckpointMetadata metadata = new CheckpointMetadata(1, List.of(), mentions);
        Path file = file(path + "/_metadata");
        try (OutputStream out = Files.newOutputStream(file)) {
            Checkpoints.storeCheckpointMetadata(metadata, out);
        }
        return folder.resolve(path);
    }

    private Path file(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
