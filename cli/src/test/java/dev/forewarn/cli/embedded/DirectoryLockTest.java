package dev.forewarn.cli.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

    @Test
    void folderHasOneOwnerAtATime(@TempDir Path folder) {
        try (DirectoryLock ignored = DirectoryLock.take(folder)) {
            assertThatThrownBy(() -> DirectoryLock.take(folder))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining(folder + " is in use by another part of this process");
        }
    }

    @Test
    void folderCanBeTakenAgainOnceGivenUp(@TempDir Path folder) {
        DirectoryLock.take(folder).close();

        DirectoryLock.take(folder).close();
    }

    @Test
    void folderThatCannotBeMadeIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DirectoryLock.take(file.resolve("below")))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("cannot be used");
    }
}
