package dev.forewarn.cli.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a folder to one process, and names that process to the next one that asks. The operating system drops the lock
 * when its holder dies, so nothing is left to clean up after {@code kill -9}.
 */
final class DirectoryLock implements AutoCloseable {

    private static final String FILE = "in-use.lock";
    private static final String SELF = Long.toString(ProcessHandle.current().pid());

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes {@code directory}, making it if it does not exist.
     *
     * @throws EmbeddedException if another process, or another part of this one, has it
     */
    static DirectoryLock take(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            Files.createDirectories(directory);
            // Windows refuses to read a locked region, so the owner's number is read before the lock is tried.
            String owner = Files.exists(file)
                    ? Files.readString(file, StandardCharsets.UTF_8).strip()
                    : "";
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new EmbeddedException("The folder " + directory + " is in use by " + inWords(owner)
                        + ": stop that first, or choose another folder.");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(SELF.getBytes(StandardCharsets.UTF_8)));
            return new DirectoryLock(channel);
        } catch (IOException e) {
            throw new EmbeddedException("The folder " + directory + " cannot be used: " + RootCause.inWords(e), e);
        }
    }

    private static String inWords(String owner) {
        if (owner.equals(SELF)) {
            return "another part of this process";
        }
        return owner.isEmpty() ? "another process" : "process " + owner;
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Gives the folder up. The file stays: removing it would race with a process that has just opened it. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedException("The lock of a folder could not be given up: " + RootCause.inWords(e), e);
        }
    }
}
