package dev.forewarn.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks at where a command will write before its long work, so that minutes are not lost over a name. */
public final class OutputFiles {

    private OutputFiles() {}

    /**
     * Holds a file to be written, if there will be one, to a folder that is there and to a name that is no folder.
     *
     * @param option that names it
     * @throws Refusal if it could not be written
     */
    public static void require(String option, @Nullable Path file) {
        if (file == null) {
            return;
        }
        if (Files.isDirectory(file)) {
            throw new Refusal(option + " takes the name of a file; " + file + " is a folder");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refusal(option + " takes a file in a folder that is there; got " + file
                    + ", and there is no folder " + folder);
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new Refusal(option + " takes a file that this user may write; got " + file);
        }
    }
}
