package dev.forewarn.engine.wire;

import static dev.forewarn.engine.timeline.Messages.ENTITY;
import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Wire;
import dev.forewarn.engine.timeline.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Steps from those who may not write to the log, on their way into it. */
class DisposalForwardingTest {

    private static final long THEN = at("2026-03-10T12:00");
    private static final long APPENDED = at("2026-03-10T12:05");
    private static final DisposalForwarding ON_WALL = new DisposalForwarding("log", "rejects", true);
    private static final DisposalForwarding IN_HISTORY = new DisposalForwarding("log", "rejects", false);

    private static final Provenance FROM =
            new Provenance("disposals", 0, 7, APPENDED, "desk".getBytes(StandardCharsets.UTF_8));

    private final List<RejectReason> counted = new ArrayList<>();

    private static <T extends SpecificRecord> T read(Addressed message, Class<T> type) {
        return ((Decoded.Value<T>) Wire.decode(message.value(), type)).value();
    }

    private static byte[] step() {
        return Messages.disposal(ENTITY, THEN, step -> step.setStep("accept"));
    }

    @Test
    void stepIsStampedByTheBrokerAndKeyedByTheBusiness() {
        Addressed forwarded = ON_WALL.forward(FROM, step(), counted::add);
        assertThat(forwarded.topic()).isEqualTo("log");
        assertThat(forwarded.key()).isEqualTo(ENTITY);
        assertThat(read(forwarded, Disposal.class).getRecordedAt()).isEqualTo(Instant.ofEpochMilli(APPENDED));
        assertThat(ON_WALL.forward(FROM, step(), counted::add).value())
                .as("again")
                .isEqualTo(forwarded.value());
        assertThat(counted).isEmpty();
    }

    @Test
    void whereHistoryIsLivedThroughItKeepsItsStamp() {
        assertThat(read(IN_HISTORY.forward(FROM, step(), counted::add), Disposal.class)
                        .getRecordedAt())
                .isEqualTo(Instant.ofEpochMilli(THEN));
    }

    @Test
    void whatIsNoStepIsARejectThatSaysWhereItStood() {
        for (byte[] message : new byte[][] {
            null, {1, 2}, new byte[300_000], Messages.penalty(ENTITY, THEN), Messages.disposal("", THEN, step -> {})
        }) {
            Addressed rejected = ON_WALL.forward(FROM, message, counted::add);
            assertThat(rejected.topic()).isEqualTo("rejects");
            Reject reject = read(rejected, Reject.class);
            assertThat(reject.getTopic()).isEqualTo("disposals");
            assertThat(reject.getOffset()).isEqualTo(7);
            assertThat(reject.getReason())
                    .isIn("missing-value", "undecodable", "too-large", "wrong-record", "empty-entity-id");
            assertThat(counted).last().extracting(RejectReason::wireName).isEqualTo(reject.getReason());
        }
    }
}
