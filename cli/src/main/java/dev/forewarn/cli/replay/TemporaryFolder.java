package dev.forewarn.cli.replay;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place for what is only needed on the way. It is made when it is first used and gone at the end with all that is in
 * it, also when the process is interrupted.
 */
public final class TemporaryFolder implements Closeable {

    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path parent;
    private final String name;
    private final Thread clearing = new Thread(this::clearQuietly, "clear temporary files");
    private @Nullable Path folder;
    private int files;

    /**
     * Takes where it will be.
     *
     * @param name what its name begins with
     */
    public TemporaryFolder(Path parent, String name) {
        this.parent = parent;
        this.name = name;
    }

    /** One in the system's folder of temporary files. */
    public static TemporaryFolder ofSystem(String name) {
        return new TemporaryFolder(Path.of(System.getProperty("java.io.tmpdir")), name);
    }

    /** The folder, made if this is its first use. */
    public synchronized Path path() throws IOException {
        Path place = folder;
        if (place == null) {
            place = Files.createTempDirectory(parent, name);
            folder = place;
            Runtime.getRuntime().addShutdownHook(clearing);
        }
        return place;
    }

    /** A name in it that nothing else has. */
    synchronized Path newFile() throws IOException {
        return path().resolve("run-" + files++);
    }

    synchronized void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public synchronized void close() throws IOException {
        if (folder == null) {
            return;
        }
        clear();
        folder = null;
        try {
            Runtime.getRuntime().removeShutdownHook(clearing);
        } catch (IllegalStateException e) {
            return; // The process is ending; the hook finds nothing left to do.
        }
    }

    private void clear() throws IOException {
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }

    /** At the end of the process, while what wrote here may be at its last files: several times, then no more. */
    private synchronized void clearQuietly() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                clear();
                return;
            } catch (IOException | UncheckedIOException e) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
