package dev.forewarn.avro;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;

/**
 * Files of events: Avro's own container format with blocks packed by Zstandard, which any Avro library reads. The same
 * events and origin give the same bytes.
 */
public final class EventFile {

    /** How names of such files end. */
    public static final String SUFFIX = ".avro";

    private static final String ORIGIN = "forewarn.origin";
    private static final int BLOCK_BYTES = 256 * 1024;
    private static final int ZSTANDARD_LEVEL = 1;

    private EventFile() {}

    /** Writes events in the order in which they are given. */
    public static final class Writer implements Closeable {

        private final DataFileWriter<Event> file;

        /**
         * Begins a file.
         *
         * @param out is closed with the writer
         * @param origin what the file says of where its events come from
         */
        public Writer(OutputStream out, String origin) throws IOException {
            file = new DataFileWriter<>(new SpecificDatumWriter<>(Event.class));
            file.setCodec(CodecFactory.zstandardCodec(ZSTANDARD_LEVEL));
            file.setSyncInterval(BLOCK_BYTES);
            file.setMeta(ORIGIN, origin);
            // Avro would mark its blocks by chance, and no file would be like another.
            file.create(Event.getClassSchema(), out, mark(origin));
        }

        public void write(Event event) throws IOException {
            file.append(event);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** Reads events one after the other, whichever released schema wrote them. */
    public static final class Reader implements Closeable {

        private final DataFileStream<Event> file;

        /**
         * Opens a file.
         *
         * @param in is closed with the reader
         * @throws IOException if it does not begin as such a file does
         */
        public Reader(InputStream in) throws IOException {
            file = new DataFileStream<>(in, new SpecificDatumReader<>(Event.class));
            String written = file.getSchema().getFullName();
            if (!written.equals(Event.getClassSchema().getFullName())) {
                file.close();
                throw new IOException("the file holds records of " + written + ", not events");
            }
        }

        /** What the file says of where its events come from, empty if it does not say. */
        public String origin() {
            String origin = file.getMetaString(ORIGIN);
            return origin == null ? "" : origin;
        }

        /**
         * The next event, or null at the end.
         *
         * @throws IOException if the bytes of the file are no events
         */
        public @Nullable Event next() throws IOException {
            try {
                return file.hasNext() ? file.next() : null;
            } catch (AvroRuntimeException e) {
                throw new IOException("the file is damaged: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static byte[] mark(String origin) {
        try {
            return MessageDigest.getInstance("MD5").digest(origin.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
