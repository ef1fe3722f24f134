package dev.forewarn.engine.job;

import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Op;
import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.RejectReason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Messages that break the contract in every way, as Kafka hands them out. Those whose envelope is broken bear stamps of
 * a later month, which the clock must not follow; those whose body is broken bear the present one.
 */
final class BadMessages {

    private static final long DAY_MS = 24 * 3_600_000L;

    private final Random random = new Random(5);
    private final String entity;
    private final long nowMs;
    private final long laterMs;
    private final List<LogRecord> records = new ArrayList<>();
    private final Map<Long, RejectReason> expected = new TreeMap<>();

    /** @param nowMs a stamp that the clock has seen, in ms since 1970 */
    BadMessages(String entity, long nowMs) {
        this.entity = entity;
        this.nowMs = nowMs;
        this.laterMs = nowMs + 60 * DAY_MS;
    }

    /** The records as the source makes them. */
    List<LogRecord> records() {
        return List.copyOf(records);
    }

    /** Why each must be refused, by offset. */
    Map<Long, RejectReason> expected() {
        return expected;
    }

    void add(int rounds) {
        for (int i = 0; i < rounds; i++) {
            addBytes();
            addEnvelopes();
            addInstants();
            addTexts();
            addSteps();
            addMaps();
        }
    }

    private void addBytes() {
        byte[] noise = new byte[random.nextInt(1, 400)];
        random.nextBytes(noise);
        add(RejectReason.UNDECODABLE, noise);
        byte[] whole = Messages.penalty(entity, nowMs);
        add(RejectReason.UNDECODABLE, Arrays.copyOf(whole, random.nextInt(10, whole.length)));
        add(RejectReason.UNDECODABLE, Arrays.copyOf(whole, whole.length + 1 + random.nextInt(9)));
        byte[] unknown = whole.clone();
        unknown[2 + random.nextInt(8)] ^= (byte) (1 + random.nextInt(255));
        add(RejectReason.UNKNOWN_SCHEMA, unknown);
        add(RejectReason.MISSING_VALUE, null);
    }

    private void addEnvelopes() {
        add(RejectReason.KEY_MISMATCH, Messages.penalty("another", laterMs));
        add(RejectReason.EMPTY_ENTITY_ID, Messages.penalty("", laterMs));
        add(RejectReason.EMPTY_TYPE, Messages.event(entity, laterMs, event -> event.setType("")));
        add(RejectReason.FUTURE_RECORDED, Messages.penalty(entity, laterMs + 300_001 + random.nextInt(1_000_000)));
        add(RejectReason.IMPOSSIBLE_DATE, Messages.penalty(entity, -200L * 365 * DAY_MS));
    }

    private void addInstants() {
        add(RejectReason.IMPOSSIBLE_DATE, event(event -> event.setOccurredAt(Instant.parse("0001-01-01T00:00:00Z"))));
        add(RejectReason.IMPOSSIBLE_DATE, event(event -> event.setDueAt(Instant.parse("9999-12-31T00:00:00Z"))));
        add(RejectReason.IMPOSSIBLE_DATE, event(event -> event.setEndedAt(Instant.ofEpochMilli(Long.MAX_VALUE))));
        add(RejectReason.FUTURE_OCCURRED, event(event -> event.setOccurredAt(Instant.ofEpochMilli(laterMs))));
    }

    private void addTexts() {
        add(RejectReason.EMPTY_EVENT_ID, event(event -> event.setEventId("")));
        add(RejectReason.EMPTY_SOURCE, event(event -> event.setSource("")));
        add(RejectReason.BAD_TYPE, event(event -> event.setType("Not A Type")));
        add(RejectReason.UNKNOWN_OP, event(event -> event.setOp(Op.UNKNOWN)));
        add(RejectReason.TEXT_TOO_LONG, event(event -> event.setSubject("x".repeat(257))));
        add(RejectReason.FORBIDDEN_CHARACTER, event(event -> event.setGrid("a\0b")));
        add(RejectReason.NUMBER_NOT_FINITE, event(event -> event.setNumbers(Map.of("n", Double.NaN))));
        add(RejectReason.NUMBER_OUT_OF_RANGE, event(event -> event.setNumbers(Map.of("n", 1e300))));
        add(RejectReason.TOO_LARGE, event(event -> event.setSubject("y".repeat(1_000_000))));
    }

    private void addSteps() {
        add(RejectReason.BAD_DISPOSAL, disposal(step -> step.setStep("wave through")));
        add(RejectReason.BAD_DISPOSAL, disposal(step -> step.setAlertId("")));
        add(RejectReason.UNKNOWN_ALERT, disposal(step -> step.setAlertId("no-such-alert")));
        add(RejectReason.TEXT_TOO_LONG, disposal(step -> step.setComment("z".repeat(2_001))));
        add(RejectReason.FORBIDDEN_CHARACTER, disposal(step -> step.setToUnit("a\0b")));
        add(RejectReason.IMPOSSIBLE_DATE, disposal(step -> step.setUntil(Instant.parse("9999-12-31T00:00:00Z"))));
        add(RejectReason.FUTURE_OCCURRED, disposal(step -> step.setAt(Instant.ofEpochMilli(nowMs + 2 * DAY_MS))));
    }

    /** A map that says that it has more entries than there are: twice as many, or all the memory there is. */
    private void addMaps() {
        byte[] whole = event(event -> event.setAttributes(Map.of("marked", "value")));
        int size = new String(whole, StandardCharsets.ISO_8859_1).indexOf("marked") - 2;
        byte[] doubled = whole.clone();
        doubled[size] = (byte) (2 * whole[size]);
        add(RejectReason.UNDECODABLE, doubled);
        ByteArrayOutputStream endless = new ByteArrayOutputStream();
        endless.write(whole, 0, size);
        endless.writeBytes(new byte[] {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F});
        endless.write(whole, size + 1, whole.length - size - 1);
        add(RejectReason.UNDECODABLE, endless.toByteArray());
    }

    private byte[] event(Consumer<Event.Builder> fault) {
        return Messages.event(entity, nowMs, fault);
    }

    private byte[] disposal(Consumer<Disposal.Builder> fault) {
        return Messages.disposal(entity, nowMs, fault);
    }

    private void add(RejectReason reason, byte @Nullable [] message) {
        long offset = expected.size();
        expected.put(offset, reason);
        new LogDeserialization()
                .deserialize(
                        new ConsumerRecord<>(
                                Messages.TOPIC,
                                0,
                                offset,
                                laterMs,
                                TimestampType.LOG_APPEND_TIME,
                                0,
                                0,
                                entity.getBytes(StandardCharsets.UTF_8),
                                message,
                                new RecordHeaders(),
                                Optional.empty()),
                        new ListCollector<>(records));
    }
}
