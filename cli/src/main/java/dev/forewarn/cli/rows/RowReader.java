package dev.forewarn.cli.rows;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a file row by row; one that ends in {@code .gz} is unpacked on the way. */
public abstract sealed class RowReader implements Closeable permits CsvRows, JsonLines {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CountedBytes bytes;

    RowReader(CountedBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * Opens a file and reads its header, if the format has one.
     *
     * @throws UnreadableFile if it does not begin as its format demands
     */
    public static RowReader open(Path file, RowFormat format) throws IOException {
        CountedBytes bytes = new CountedBytes(Files.newInputStream(file));
        try {
            InputStream plain = file.toString().endsWith(".gz")
                    ? new BufferedInputStream(new GZIPInputStream(bytes, 1 << 16))
                    : new BufferedInputStream(bytes, 1 << 16);
            return switch (format.kind()) {
                case CSV -> CsvRows.open(file.toString(), bytes, plain, format);
                case JSON_LINES -> new JsonLines(file.toString(), bytes, plain, format);
            };
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** The columns that the header names, or null if the format has no header. */
    public abstract @Nullable List<String> header();

    /** The next row, or null at the end of the file. */
    public abstract @Nullable Row next() throws IOException;

    /** How far the file has been read, in bytes as they lie on disk. */
    public final long bytesRead() {
        return bytes.count();
    }

    /** The text of a file without its byte order mark. */
    static BufferedReader textOf(InputStream plain, Charset charset) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(plain, charset), 1 << 16);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
