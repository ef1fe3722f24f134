package dev.forewarn.cli.replay;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A sorted run on disk: messages, each with its length before it. */
final class Run implements EventStream {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int END = -1;

    private final DataInputStream in;

    private Run(DataInputStream in) {
        this.in = in;
    }

    static Path write(TemporaryFolder folder, EventStream events) throws IOException {
        Path file = folder.newFile();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES))) {
            for (PreparedEvent event = events.next(); event != null; event = events.next()) {
                out.writeInt(event.message().length);
                out.write(event.message());
            }
            out.writeInt(END);
        }
        return file;
    }

    static Run read(Path file) throws IOException {
        return new Run(new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)));
    }

    @Override
    public @Nullable PreparedEvent next() throws IOException {
        int length = in.readInt();
        if (length == END) {
            return null;
        }
        byte[] message = in.readNBytes(length);
        if (message.length < length) {
            throw new EOFException("a run ends with its mark; got the end of the file");
        }
        return PreparedEvent.ofMessage(message);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
