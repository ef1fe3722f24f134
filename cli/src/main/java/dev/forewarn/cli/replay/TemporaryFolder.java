package dev.forewarn.cli.replay;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place for runs that is made when it is first used and gone at the end, also when the process is interrupted. */
final class TemporaryFolder implements Closeable {

    private final Path parent;
    private final List<Path> files = new ArrayList<>();
    private final Thread clearing = new Thread(this::clearQuietly, "clear temporary files");
    private @Nullable Path folder;

    TemporaryFolder(Path parent) {
        this.parent = parent;
    }

    /** A name that nothing else has. */
    synchronized Path newFile() throws IOException {
        Path place = folder;
        if (place == null) {
            place = Files.createTempDirectory(parent, "forewarn-sort");
            folder = place;
            Runtime.getRuntime().addShutdownHook(clearing);
        }
        Path file = place.resolve("run-" + files.size());
        files.add(file);
        return file;
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
        files.clear();
        try {
            Runtime.getRuntime().removeShutdownHook(clearing);
        } catch (IllegalStateException e) {
            return; // The process is ending; the hook finds nothing left to do.
        }
    }

    private void clear() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        if (folder != null) {
            Files.deleteIfExists(folder);
        }
    }

    private synchronized void clearQuietly() {
        try {
            clear();
        } catch (IOException e) {
            return; // What is left lies in the folder of temporary files, which the system clears.
        }
    }
}
