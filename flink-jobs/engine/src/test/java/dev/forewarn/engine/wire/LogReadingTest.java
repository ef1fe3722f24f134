package dev.forewarn.engine.wire;

import static dev.forewarn.engine.timeline.Messages.ENTITY;
import static dev.forewarn.engine.timeline.Messages.TOPIC;
import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Wire;
import dev.forewarn.engine.timeline.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogReadingTest {

    private static final long NOW = at("2026-03-01T09:00");

    @Test
    void anEventGoesOnUnread() {
        byte[] message = Messages.penalty(ENTITY, NOW);
        LogRecord record = LogReading.read(Messages.from(ENTITY, NOW + 20), message);
        assertThat(record.kind()).isEqualTo(LogRecord.Kind.EVENT);
        assertThat(record.entityId()).isEqualTo(ENTITY);
        assertThat(record.recordedAtMs()).isEqualTo(NOW);
        assertThat(record.bytes()).isSameAs(message);
        assertThat(record.partition()).isEqualTo(3);
        assertThat(record.offset()).isEqualTo(42);
        assertThat(record.appendedAtMs()).isEqualTo(NOW + 20);
        assertThat(record.isAccepted()).isTrue();
    }

    @Test
    void aBrokenBodyIsForTheEntityToFind() {
        byte[] message = Messages.event(ENTITY, NOW, event -> event.setSource(""));
        assertThat(LogReading.read(Messages.from(ENTITY, NOW), message).kind()).isEqualTo(LogRecord.Kind.EVENT);
    }

    @Test
    void aTickAnnouncesAnInstant() {
        LogRecord record = Messages.tick(NOW);
        assertThat(record.kind()).isEqualTo(LogRecord.Kind.TICK);
        assertThat(record.recordedAtMs()).isEqualTo(NOW);
    }

    @Test
    void aStampMayLieFiveMinutesAheadOfTheBrokersAndNoMore() {
        byte[] message = Messages.penalty(ENTITY, NOW);
        assertThat(LogReading.read(Messages.from(ENTITY, NOW - 300_000), message)
                        .isAccepted())
                .isTrue();
        assertThat(rejected(Messages.from(ENTITY, NOW - 300_001), message)).isEqualTo("future-recorded");
        assertThat(rejected(Messages.from("", NOW - 300_001), TickEncoding.encode(NOW)))
                .isEqualTo("future-recorded");
    }

    @Test
    void theKeyIsTheEntity() {
        byte[] message = Messages.penalty(ENTITY, NOW);
        assertThat(rejected(Messages.from("someone else", NOW), message)).isEqualTo("key-mismatch");
        assertThat(rejected(new Provenance(TOPIC, 3, 42, NOW, null), message)).isEqualTo("key-mismatch");
    }

    @Test
    void anEnvelopeNamesEntityAndTypeAndAPossibleInstant() {
        assertThat(rejected(Messages.from("", NOW), Messages.penalty("", NOW))).isEqualTo("empty-entity-id");
        String tooLong = "x".repeat(257);
        assertThat(rejected(Messages.from(tooLong, NOW), Messages.penalty(tooLong, NOW)))
                .isEqualTo("text-too-long");
        byte[] typeless = Messages.event(ENTITY, NOW, event -> event.setType(""));
        assertThat(rejected(Messages.from(ENTITY, NOW), typeless)).isEqualTo("empty-type");
        assertThat(rejected(Messages.from(ENTITY, NOW), Messages.penalty(ENTITY, at("1899-12-31T00:00"))))
                .isEqualTo("impossible-date");
    }

    @Test
    void whatIsNoMessageOfTheLogIsRefused() {
        assertThat(rejected(Messages.from(ENTITY, NOW), null)).isEqualTo("missing-value");
        assertThat(rejected(Messages.from(ENTITY, NOW), new byte[] {1, 2, 3})).isEqualTo("undecodable");
        assertThat(rejected(Messages.from(ENTITY, NOW), new byte[1 << 20])).isEqualTo("too-large");
    }

    @Test
    void aRejectTellsWhereTheInputStoodAndWhatItWas() {
        byte[] input = new byte[300_000];
        Arrays.fill(input, (byte) 7);
        Reject reject = rejectOf(LogReading.read(Messages.from(ENTITY, NOW), input));
        assertThat(reject.getReason()).isEqualTo("too-large");
        assertThat(reject.getTopic()).isEqualTo(TOPIC);
        assertThat(reject.getPartition()).isEqualTo(3);
        assertThat(reject.getOffset()).isEqualTo(42);
        assertThat(reject.getAppendedAt()).isEqualTo(Instant.ofEpochMilli(NOW));
        assertThat(StandardCharsets.UTF_8.decode(reject.getKey()).toString()).isEqualTo(ENTITY);
        assertThat(reject.getInput().remaining()).isEqualTo(16_384);
        assertThat(reject.getInputLength()).isEqualTo(300_000);
        assertThat(reject.getInputSha256()).hasSize(64).matches("[0-9a-f]+");
    }

    private static String rejected(Provenance from, byte @Nullable [] message) {
        LogRecord record = LogReading.read(from, message);
        assertThat(record.isAccepted()).isFalse();
        Reject reject = rejectOf(record);
        assertThat(reject.getReason()).isEqualTo(record.reason());
        assertThat(reject.getDetail()).isNotBlank().hasSizeLessThanOrEqualTo(1_000);
        return record.reason();
    }

    private static Reject rejectOf(LogRecord record) {
        return ((Decoded.Value<Reject>) Wire.decode(record.bytes(), Reject.class)).value();
    }
}
