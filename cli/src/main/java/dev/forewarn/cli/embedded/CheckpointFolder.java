package dev.forewarn.cli.embedded;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of one job over all its runs: {@code <run>/chk-<number>/_metadata}, and beside them the files that
 * incremental checkpoints have in common.
 *
 * <p>Flink numbers the checkpoints of a run on from the one that it was restored from, and {@link #sweep} removes
 * whatever a run does not start from; so the greatest number is the newest. File times would go back when a clock is
 * put right.
 */
final class CheckpointFolder {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);

    private static final String METADATA = "_metadata";
    private static final Pattern CHECKPOINT = Pattern.compile("chk-(\\d{1,18})");

    /** The name of a file with state, as it stands in the folder and, as text, in the metadata that refers to it. */
    private static final Pattern STATE_FILE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Path folder;

    CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /** The newest checkpoint that was completed and whose metadata can be read; empty if there is none. */
    Optional<Path> newestCompleted() {
        if (Files.notExists(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> paths = Files.walk(folder, 2)) {
            List<Path> newestFirst = paths.filter(path -> Files.isRegularFile(path.resolve(METADATA)))
                    .filter(path -> number(path) >= 0)
                    .sorted(Comparator.comparingLong(CheckpointFolder::number).reversed())
                    .toList();
            return newestFirst.stream().filter(CheckpointFolder::isReadable).findFirst();
        } catch (IOException | UncheckedIOException e) {
            throw new EmbeddedException("The checkpoints in " + folder + " cannot be read: " + RootCause.inWords(e), e);
        }
    }

    /**
     * The names of the files with state that {@code checkpoint} refers to, wherever they lie. They are read from its
     * metadata as text: that errs on the side of too many, and does not depend on how Flink arranges state within a
     * checkpoint.
     *
     * @throws EmbeddedException if there is no completed checkpoint, or savepoint, at that place
     */
    static Set<String> stateFilesOf(Path checkpoint) {
        try {
            String metadata = Files.readString(checkpoint.resolve(METADATA), StandardCharsets.ISO_8859_1);
            Set<String> names = new HashSet<>();
            Matcher matcher = STATE_FILE.matcher(metadata);
            while (matcher.find()) {
                names.add(matcher.group());
            }
            return names;
        } catch (IOException e) {
            throw new EmbeddedException(
                    "There is no completed checkpoint at " + checkpoint + ": " + RootCause.inWords(e), e);
        }
    }

    boolean contains(Path checkpoint) {
        return checkpoint.startsWith(folder);
    }

    /**
     * Removes what the run that has just started does not need: older and unfinished checkpoints, and the state of
     * checkpoints that {@code kill -9} cut short, which Flink forgets.
     *
     * @param run id of that run, whose own files are left alone
     * @param from the checkpoint that it started from, which is Flink's to remove; null if it started from nothing
     * @param needed the names of the files that {@code from} refers to
     */
    void sweep(String run, @Nullable Path from, Set<String> needed) {
        if (Files.notExists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(
                    folder,
                    new Sweeper(
                            path -> path.equals(folder.resolve(run)) || path.equals(from),
                            file -> needed.contains(file.getFileName().toString())));
        } catch (IOException e) {
            // The job runs all the same; the next start tries again.
            LOG.warn("Old checkpoints in {} could not be removed.", folder, e);
        }
    }

    /** The number of a checkpoint's folder; negative if it is none. */
    private static long number(Path path) {
        Matcher matcher = CHECKPOINT.matcher(path.getFileName().toString());
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }

    /** Metadata is renamed into place when complete, but a power failure can leave it short. */
    private static boolean isReadable(Path checkpoint) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(checkpoint.resolve(METADATA)))) {
            Checkpoints.loadCheckpointMetadata(in, CheckpointFolder.class.getClassLoader(), checkpoint.toString());
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("Passing over checkpoint {}, whose metadata cannot be read.", checkpoint, e);
            return false;
        }
    }
}
