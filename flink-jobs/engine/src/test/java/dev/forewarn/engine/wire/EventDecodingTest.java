package dev.forewarn.engine.wire;

import static dev.forewarn.engine.timeline.Messages.ENTITY;
import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Op;
import dev.forewarn.avro.Tick;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.time.Exact;
import dev.forewarn.engine.timeline.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecodingTest {

    private static final long RECORDED = at("2026-03-01T09:00");
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    @Test
    void everyFieldArrives() {
        dev.forewarn.core.event.Event event = accepted(message -> message.setRecordKey("No. 12")
                .setRevision(-1)
                .setOp(Op.RETRACT)
                .setEntityName("某某大药房")
                .setDomains(List.of("drug", "drug", "cosmetic"))
                .setDueAt(Instant.ofEpochMilli(5))
                .setEndedAt(Instant.ofEpochMilli(6))
                .setDivision("360602")
                .setGrid("07")
                .setSeverity("serious")
                .setAmount(5_000_000L)
                .setSubject("batch 7")
                .setAttributes(Map.of("procedure", "ordinary"))
                .setNumbers(Map.of("temperature_c", -18.5)));
        assertThat(event)
                .isEqualTo(new dev.forewarn.core.event.Event(
                        ENTITY,
                        RECORDED,
                        "penalty.decided",
                        "No. 12",
                        -1,
                        dev.forewarn.core.event.Op.RETRACT,
                        "某某大药房",
                        List.of("cosmetic", "drug"),
                        RECORDED - 3_600_000,
                        5L,
                        6L,
                        "penalties",
                        "360602",
                        "07",
                        "serious",
                        5_000_000L,
                        "batch 7",
                        new TreeMap<>(Map.of("procedure", "ordinary")),
                        new TreeMap<>(Map.of("temperature_c", -185_000L))));
    }

    @Test
    void aRecordWithoutAKeyOfItsOwnIsNamedByItsEvent() {
        assertThat(accepted(message -> message.setEventId("e-7")).recordKey()).isEqualTo("e-7");
    }

    @Test
    void numbersAreTakenByTheDecimalThatPeopleWriteAndRoundedHalfUp() {
        Map<String, Double> written = Map.of(
                "third", 0.1 + 0.2, "half", 1.00005, "less", 1.00004, "minus", -1.00005, "tiny", Double.MIN_VALUE);
        assertThat(accepted(message -> message.setNumbers(written)).numbers())
                .isEqualTo(Map.of("third", 3_000L, "half", 10_001L, "less", 10_000L, "minus", -10_001L, "tiny", 0L));
    }

    @Test
    void textsThatMustBeThereAreMissed() {
        assertThat(reason(message -> message.setEntityId(""))).isEqualTo(RejectReason.EMPTY_ENTITY_ID);
        assertThat(reason(message -> message.setType(""))).isEqualTo(RejectReason.EMPTY_TYPE);
        assertThat(reason(message -> message.setEventId(""))).isEqualTo(RejectReason.EMPTY_EVENT_ID);
        assertThat(reason(message -> message.setSource(""))).isEqualTo(RejectReason.EMPTY_SOURCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Penalty.decided", ".decided", "penalty.", "penalty..decided", "penalty decided", "罚"})
    void aTypeIsDottedLowerCase(String type) {
        assertThat(reason(message -> message.setType(type))).isEqualTo(RejectReason.BAD_TYPE);
    }

    @Test
    void anUnknownOperationIsRefused() {
        assertThat(reason(message -> message.setOp(Op.UNKNOWN))).isEqualTo(RejectReason.UNKNOWN_OP);
    }

    @Test
    void instantsLieBetween1900And2200() {
        assertThat(accepted(message -> message.setOccurredAt(FIRST)).occurredAtMs())
                .isEqualTo(FIRST.toEpochMilli());
        assertThat(reason(message -> message.setOccurredAt(FIRST.minusMillis(1))))
                .isEqualTo(RejectReason.IMPOSSIBLE_DATE);
        assertThat(accepted(message -> message.setDueAt(END.minusMillis(1))).dueAtMs())
                .isEqualTo(END.toEpochMilli() - 1);
        assertThat(reason(message -> message.setDueAt(END))).isEqualTo(RejectReason.IMPOSSIBLE_DATE);
        assertThat(reason(message -> message.setEndedAt(Instant.ofEpochMilli(Long.MIN_VALUE))))
                .isEqualTo(RejectReason.IMPOSSIBLE_DATE);
        assertThat(reason(message -> message.setRecordedAt(END))).isEqualTo(RejectReason.IMPOSSIBLE_DATE);
    }

    @Test
    void anEventHappensAtMostADayAfterItsPublication() {
        Instant limit = Instant.ofEpochMilli(RECORDED + 24 * 3_600_000);
        assertThat(accepted(message -> message.setOccurredAt(limit)).occurredAtMs())
                .isEqualTo(limit.toEpochMilli());
        assertThat(reason(message -> message.setOccurredAt(limit.plusMillis(1))))
                .isEqualTo(RejectReason.FUTURE_OCCURRED);
    }

    @Test
    void textsHaveALongestLength() {
        String longest = "x".repeat(256);
        assertThat(accepted(message -> message.setSubject(longest)).subject()).isEqualTo(longest);
        assertThat(reason(message -> message.setSubject(longest + "x"))).isEqualTo(RejectReason.TEXT_TOO_LONG);
        assertThat(reason(message -> message.setRecordKey(longest + "x"))).isEqualTo(RejectReason.TEXT_TOO_LONG);
        assertThat(reason(message -> message.setDomains(List.of(longest + "x"))))
                .isEqualTo(RejectReason.TEXT_TOO_LONG);
        assertThat(reason(message -> message.setNumbers(Map.of(longest + "x", 1.0))))
                .isEqualTo(RejectReason.TEXT_TOO_LONG);
        String value = "y".repeat(4_096);
        assertThat(accepted(message -> message.setAttributes(Map.of("a", value)))
                        .attributes())
                .containsEntry("a", value);
        assertThat(reason(message -> message.setAttributes(Map.of("a", value + "y"))))
                .isEqualTo(RejectReason.TEXT_TOO_LONG);
    }

    @Test
    void thereAreAtMost64ValuesOfEachKind() {
        Map<String, String> most = IntStream.range(0, 64).boxed().collect(Collectors.toMap(i -> "a" + i, i -> "value"));
        assertThat(accepted(message -> message.setAttributes(most)).attributes())
                .hasSize(64);
        Map<String, String> more = new TreeMap<>(most);
        more.put("one", "more");
        assertThat(reason(message -> message.setAttributes(more))).isEqualTo(RejectReason.TOO_MANY_VALUES);
        assertThat(reason(message -> message.setDomains(Collections.nCopies(65, "drug"))))
                .isEqualTo(RejectReason.TOO_MANY_VALUES);
    }

    @Test
    void numbersAreFiniteAndNotTooLarge() {
        assertThat(reason(message -> message.setNumbers(Map.of("n", Double.NaN))))
                .isEqualTo(RejectReason.NUMBER_NOT_FINITE);
        assertThat(reason(message -> message.setNumbers(Map.of("n", Double.NEGATIVE_INFINITY))))
                .isEqualTo(RejectReason.NUMBER_NOT_FINITE);
        assertThat(reason(message -> message.setNumbers(Map.of("n", Double.MAX_VALUE))))
                .isEqualTo(RejectReason.NUMBER_OUT_OF_RANGE);
        assertThat(accepted(message -> message.setNumbers(Map.of("n", 2.3e14))).numbers())
                .containsEntry("n", 2_300_000_000_000_000_000L);
        assertThat(accepted(message -> message.setAmount(Exact.LIMIT)).amountMinor())
                .isEqualTo(Exact.LIMIT);
        assertThat(reason(message -> message.setAmount(Exact.LIMIT + 1))).isEqualTo(RejectReason.NUMBER_OUT_OF_RANGE);
        assertThat(reason(message -> message.setAmount(Long.MIN_VALUE))).isEqualTo(RejectReason.NUMBER_OUT_OF_RANGE);
    }

    @Test
    void aTextDoesNotHoldTheCharacterThatDatabasesRefuse() {
        assertThat(reason(message -> message.setSubject("batch\0"))).isEqualTo(RejectReason.FORBIDDEN_CHARACTER);
    }

    @Test
    void bytesThatAreNoEventAreRefused() {
        byte[] good = Messages.penalty(ENTITY, RECORDED);
        assertThat(reasonOf(null)).isEqualTo(RejectReason.MISSING_VALUE);
        assertThat(reasonOf(new byte[0])).isEqualTo(RejectReason.MISSING_VALUE);
        assertThat(reasonOf("{\"entity_id\": \"x\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(RejectReason.UNDECODABLE);
        assertThat(reasonOf(Arrays.copyOf(good, good.length - 1))).isEqualTo(RejectReason.UNDECODABLE);
        assertThat(reasonOf(Arrays.copyOf(good, good.length + 1))).isEqualTo(RejectReason.UNDECODABLE);
        assertThat(reasonOf(Wire.encode(Tick.newBuilder().setAt(FIRST).build())))
                .isEqualTo(RejectReason.WRONG_RECORD);
        assertThat(reasonOf(new byte[Limits.MESSAGE_BYTES + 1])).isEqualTo(RejectReason.TOO_LARGE);
        byte[] other = good.clone();
        other[4] ^= 1;
        assertThat(reasonOf(other)).isEqualTo(RejectReason.UNKNOWN_SCHEMA);
    }

    private static dev.forewarn.core.event.Event accepted(Consumer<Event.Builder> changes) {
        Decoding<dev.forewarn.core.event.Event> decoding = EventDecoding.of(Messages.event(ENTITY, RECORDED, changes));
        assertThat(decoding).isInstanceOf(Decoding.Accepted.class);
        return ((Decoding.Accepted<dev.forewarn.core.event.Event>) decoding).value();
    }

    private static RejectReason reason(Consumer<Event.Builder> changes) {
        return reasonOf(Messages.event(ENTITY, RECORDED, changes));
    }

    private static RejectReason reasonOf(byte @Nullable [] message) {
        Decoding<dev.forewarn.core.event.Event> decoding = EventDecoding.of(message);
        assertThat(decoding).isInstanceOf(Decoding.Refused.class);
        Decoding.Refused<?> refused = (Decoding.Refused<?>) decoding;
        assertThat(refused.detail()).isNotBlank();
        return refused.reason();
    }
}
