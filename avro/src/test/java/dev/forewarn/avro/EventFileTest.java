package dev.forewarn.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;

class EventFileTest {

    private static final Event EVENT = Samples.event();

    @Test
    void whatIsWrittenIsRead() throws IOException {
        try (EventFile.Reader reader = new EventFile.Reader(new ByteArrayInputStream(written("here", EVENT, EVENT)))) {
            List<Event> read = new ArrayList<>();
            for (Event event = reader.next(); event != null; event = reader.next()) {
                read.add(event);
            }

            assertThat(read).containsExactly(EVENT, EVENT);
            assertThat(reader.origin()).isEqualTo("here");
        }
    }

    @Test
    void sameEventsGiveTheSameBytes() throws IOException {
        assertThat(written("here", EVENT)).isEqualTo(written("here", EVENT)).isNotEqualTo(written("there", EVENT));
    }

    @Test
    void otherFilesAreRefusedInWords() throws IOException {
        ByteArrayOutputStream ticks = new ByteArrayOutputStream();
        try (DataFileWriter<Tick> file = new DataFileWriter<>(new SpecificDatumWriter<>(Tick.class))) {
            file.create(Tick.getClassSchema(), ticks);
        }

        assertThatThrownBy(() -> new EventFile.Reader(new ByteArrayInputStream(ticks.toByteArray())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("dev.forewarn.avro.Tick");
        assertThatThrownBy(() -> new EventFile.Reader(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(IOException.class);
    }

    @Test
    void fileThatBreaksOffIsTold() throws IOException {
        byte[] whole = written("here", EVENT);

        assertThatThrownBy(() -> readAll(Arrays.copyOf(whole, whole.length - 20)))
                .isInstanceOf(IOException.class);
    }

    private static void readAll(byte[] bytes) throws IOException {
        try (EventFile.Reader reader = new EventFile.Reader(new ByteArrayInputStream(bytes))) {
            while (reader.next() != null) {
                assertThat(bytes).isNotEmpty();
            }
        }
    }

    private static byte[] written(String origin, Event... events) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EventFile.Writer writer = new EventFile.Writer(bytes, origin)) {
            for (Event event : events) {
                writer.write(event);
            }
        }
        return bytes.toByteArray();
    }
}
