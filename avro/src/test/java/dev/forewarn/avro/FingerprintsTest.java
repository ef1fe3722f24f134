package dev.forewarn.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;

/**
 * The list by which readers in any language find the schema of a message without reckoning fingerprints. To write it
 * anew: {@code FOREWARN_WRITE_DOCS=1 mvn -q -Dfast -DskipTests=false -pl avro test -Dtest=FingerprintsTest}.
 */
class FingerprintsTest {

    private static final Path FILE = Path.of("src/main/resources/history/fingerprints.txt");

    @Test
    void listNamesTheEightBytesOfEveryRelease() throws IOException {
        String list = list();
        if (System.getenv("FOREWARN_WRITE_DOCS") != null) {
            Files.writeString(FILE, list);
        }
        assertThat(FILE)
                .as("the comment of this test tells how to write it anew")
                .hasContent(list);
    }

    @Test
    void messagesBeginWithTheBytesOfTheList() throws IOException {
        byte[] message = Wire.encode(Samples.of(RecordKind.ALERT));
        assertThat(Files.readString(FILE)).contains(HexFormat.of().formatHex(message, 2, 10) + " Alert/");
    }

    private static String list() {
        StringBuilder lines = new StringBuilder();
        for (RecordKind kind : RecordKind.values()) {
            for (int number = 1; ; number++) {
                Schema schema = ReleasedSchemas.release(kind, number);
                if (schema == null) {
                    break;
                }
                lines.append(bytes(schema))
                        .append(' ')
                        .append(kind.recordName())
                        .append('/');
                lines.append(number).append(".avsc\n");
            }
        }
        return lines.toString();
    }

    /** As they stand in a message: the lowest first. */
    private static String bytes(Schema schema) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return HexFormat.of()
                .formatHex(bytes.putLong(SchemaNormalization.parsingFingerprint64(schema))
                        .array());
    }
}
