package dev.forewarn.cli.embedded;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what it walks over, but for given folders and file names, and the folders that are not empty then. Files that
 * others delete at the same time do not disturb it.
 */
final class Sweeper extends SimpleFileVisitor<Path> {

    private final Predicate<Path> isSpared;
    private final Predicate<Path> isKept;

    /**
     * @param isSpared says of a folder whether it is left alone with all that it holds
     * @param isKept says of a file whether it is left alone
     */
    Sweeper(Predicate<Path> isSpared, Predicate<Path> isKept) {
        this.isSpared = isSpared;
        this.isKept = isKept;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return isSpared.test(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (!isKept.test(file)) {
            Files.deleteIfExists(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException holdsSomethingKept) {
            // Then it stays.
        }
        return FileVisitResult.CONTINUE;
    }
}
