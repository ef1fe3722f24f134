package dev.forewarn.engine.wire;

import static dev.forewarn.engine.timeline.Messages.ENTITY;
import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.event.Event;
import dev.forewarn.engine.timeline.FakeCompiler;
import dev.forewarn.engine.timeline.Messages;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Any bytes are a reject, or an event that can be assessed and told about; never an exception. */
class WireFuzzPropertyTest {

    private static final long NOW = at("2026-03-01T09:00");
    private static final byte[] FULL = Messages.event(
            ENTITY,
            NOW,
            event -> event.setEntityName("某某大药房")
                    .setSubject("batch 7")
                    .setAmount(100L)
                    .setAttributes(Map.of("procedure", "ordinary", "class", "I"))
                    .setNumbers(Map.of("temperature_c", -18.5)));

    private final EntityStep step =
            new EntityStep(CatalogueTimeline.of(new FakeCompiler().compileChecked(FakeCompiler.BUNDLE)));

    @Property(tries = 5_000)
    void randomBytesAreRefused(@ForAll @Size(max = 400) byte[] message) {
        assertThat(read(message).isAccepted()).isFalse();
        assertThat(EventDecoding.of(message)).isInstanceOf(Decoding.Refused.class);
    }

    @Property(tries = 5_000)
    void aTruncatedEventIsRefusedSomewhere(@ForAll @IntRange(max = 400) int length) {
        byte[] message = Arrays.copyOf(FULL, length % FULL.length);
        read(message);
        assertThat(EventDecoding.of(message)).isInstanceOf(Decoding.Refused.class);
    }

    @Property(tries = 20_000)
    void aDamagedEventIsAnEventOrAReject(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] message = FULL.clone();
        int wounds = 1 + random.nextInt(8);
        for (int i = 0; i < wounds; i++) {
            // Mostly behind the fingerprint, so that the damage is in the body.
            int place = random.nextInt(10) == 0 ? random.nextInt(10) : 10 + random.nextInt(message.length - 10);
            message[place] = (byte) random.nextInt();
        }
        read(message);
        Decoding<Event> decoding = EventDecoding.of(message);
        if (decoding instanceof Decoding.Refused<Event> refused) {
            byte[] reject = RejectEncoding.encode(
                    refused.reason(), refused.detail(), Messages.from(ENTITY, NOW), ENTITY, message);
            assertThat(Wire.decode(reject, Reject.class)).isInstanceOf(Decoded.Value.class);
        } else if (decoding instanceof Decoding.Accepted<Event> accepted) {
            Event event = accepted.value();
            Turn turn = step.onEvent(event.entityId(), null, event);
            byte[] dossier = Objects.requireNonNull(turn.dossier());
            Turn next = step.onWake(event.entityId(), dossier, event.recordedAtMs() + 40 * 86_400_000L);
            assertThat(Stream.of(turn, next)
                            .flatMap(each -> each.outputs().stream())
                            .map(WireFuzzPropertyTest::encode))
                    .allMatch(sent -> sent.value().length <= Limits.OUTPUT_BYTES);
        }
    }

    private static Outbound encode(Output output) {
        if (output instanceof Output.Assessed assessed) {
            return AssessmentEncoding.encode(assessed);
        }
        return output instanceof Output.Alerted alerted
                ? AlertEncoding.encode(alerted)
                : MonthlyClassEncoding.encode((Output.MonthClosed) output);
    }

    private static LogRecord read(byte[] message) {
        LogRecord record = LogReading.read(Messages.from(ENTITY, NOW), message);
        if (!record.isAccepted()) {
            assertThat(Wire.decode(record.bytes(), Reject.class)).isInstanceOf(Decoded.Value.class);
        }
        return record;
    }
}
