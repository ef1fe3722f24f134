package dev.forewarn.cli.simulate;

import dev.forewarn.city.Truth;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** The file of what no event of a city says. */
final class TruthFile implements Consumer<Truth>, Closeable {

    private final Path path;
    private final BufferedWriter lines;
    private long count;

    /** Makes a file that is not there yet. */
    TruthFile(Path path) throws IOException {
        this.path = path;
        this.lines = Files.newBufferedWriter(path, StandardOpenOption.CREATE_NEW);
        lines.write(Truth.CSV_HEADER + "\n");
    }

    Path path() {
        return path;
    }

    long count() {
        return count;
    }

    @Override
    public void accept(Truth truth) {
        try {
            lines.write(truth.csv() + "\n");
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
