package dev.forewarn.cli.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes room for an installation that starts anew each time. */
public final class Folders {

    private Folders() {}

    /**
     * Empties the folder of an installation.
     *
     * @throws IllegalStateException if the folder holds something else: nothing of it is touched
     */
    public static void empty(Path folder, String name) {
        if (!Files.exists(folder)) {
            return;
        }
        Optional<Installation> known = Installation.read(folder);
        if (known.isPresent() && !known.get().name().equals(name)) {
            throw new IllegalStateException(
                    folder + " holds the installation '" + known.get().name() + "', not '" + name + "'; move it away");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
