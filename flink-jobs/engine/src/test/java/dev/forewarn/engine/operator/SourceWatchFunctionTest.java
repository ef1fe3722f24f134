package dev.forewarn.engine.operator;

import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.source.Silence;
import dev.forewarn.core.source.WatchedSource;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.engine.state.SourceNote;
import dev.forewarn.engine.timeline.FakeCompiler;
import dev.forewarn.engine.wire.Decoding;
import dev.forewarn.engine.wire.EventDecoding;
import dev.forewarn.engine.wire.Outbound;
import dev.forewarn.engine.wire.SourceDecoding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The court is to deliver every day: it is silent after one whole day without a word. */
class SourceWatchFunctionTest {

    private static final LocalDays DAYS = new LocalDays(FakeCompiler.ZONE);

    private Harness watch = start(AssessSettings.NEVER, null);
    private int taken;

    /** Flink's, with a name that fits. */
    private static final class Harness extends KeyedOneInputStreamOperatorTestHarness<String, SourceNote, Outbound> {
        Harness(long untilMs) throws Exception {
            super(new KeyedProcessOperator<>(new SourceWatchFunction(untilMs)), SourceNote::source, Types.STRING);
        }
    }

    private static Harness start(long untilMs, @Nullable OperatorSubtaskState state) {
        try {
            Harness harness = new Harness(untilMs);
            harness.setup();
            if (state != null) {
                harness.initializeState(state);
            }
            harness.open();
            return harness;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void timeHasCome() throws Exception {
        time("2026-03-02T06:00");
    }

    @AfterEach
    void close() throws Exception {
        watch.close();
    }

    private void time(String local) throws Exception {
        watch.processWatermark(at(local));
    }

    private void named(String local, int allowed) throws Exception {
        note(SourceNote.Kind.NAMED, at(local), allowed);
    }

    private void dropped(String local) throws Exception {
        note(SourceNote.Kind.DROPPED, at(local), 1);
    }

    private void heard(String date) throws Exception {
        note(SourceNote.Kind.HEARD, at(date + "T00:00"), 1);
    }

    private void note(SourceNote.Kind kind, long atMs, int allowed) throws Exception {
        watch.processElement(
                new SourceNote(kind, "court", atMs, DAYS.dayOf(atMs), allowed, FakeCompiler.ZONE.getId()), 0);
    }

    /** What was said since the last call: each event with its instants, and the state that goes with it. */
    private List<String> said() {
        List<Outbound> all = watch.extractOutputValues();
        List<String> said = new ArrayList<>();
        for (; taken < all.size(); taken += 2) {
            Outbound event = all.get(taken);
            Outbound state = all.get(taken + 1);
            assertThat(event.channel()).isEqualTo(Outbound.Channel.LOG);
            assertThat(event.key()).isEqualTo("source:court");
            assertThat(EventDecoding.of(event.value())).isInstanceOf(Decoding.Accepted.class);
            assertThat(state.channel()).isEqualTo(Outbound.Channel.SOURCES);
            assertThat(state.key()).isEqualTo("source/court");
            said.add(line(event.value()) + "; " + line((SourceDecoding.Told) SourceDecoding.of(state.value())));
        }
        return said;
    }

    private static String line(byte[] message) {
        Event event = ((Decoded.Value<Event>) Wire.decode(message, Event.class)).value();
        return event.getType() + ' ' + event.getRecordKey() + " from "
                + event.getOccurredAt().atZone(FakeCompiler.ZONE).toLocalDateTime() + " at "
                + event.getRecordedAt().atZone(FakeCompiler.ZONE).toLocalDateTime();
    }

    private static String line(SourceDecoding.Told told) {
        Silence silence = told.silence();
        if (silence == null) {
            return "fresh";
        }
        return "silent since " + LocalDate.ofEpochDay(silence.sinceDay())
                + (silence.newestDay() == WatchedSource.NEVER
                        ? ", never heard"
                        : ", heard " + LocalDate.ofEpochDay(silence.newestDay()));
    }

    @Test
    void aSourceIsSilentAfterTheDaysThatItIsAllowedAndUntilItIsHeard() throws Exception {
        named("2026-03-02T05:00", 1);
        heard("2026-03-02");
        time("2026-03-03T23:59");
        assertThat(said()).isEmpty();

        time("2026-03-04T00:00");
        assertThat(said())
                .containsExactly("source.silent 2026-03-04 from 2026-03-03T00:00 at 2026-03-04T00:00;"
                        + " silent since 2026-03-04, heard 2026-03-02");
        time("2026-03-06T10:00");
        heard("2026-03-06");
        assertThat(said()).containsExactly("source.heard 2026-03-04 from 2026-03-06T00:00 at 2026-03-06T00:00; fresh");
        time("2026-03-08T00:00");
        assertThat(said())
                .containsExactly("source.silent 2026-03-08 from 2026-03-07T00:00 at 2026-03-08T00:00;"
                        + " silent since 2026-03-08, heard 2026-03-06");
        assertThat(watch.numEventTimeTimers()).isZero();
    }

    @Test
    void aSourceThatIsHeardEveryDayIsNeverSilent() throws Exception {
        named("2026-03-02T05:00", 1);
        for (int day = 2; day < 20; day++) {
            String date = String.format(java.util.Locale.ROOT, "2026-03-%02d", day);
            time(date + "T08:00");
            heard(date);
            heard(date);
        }
        assertThat(said()).isEmpty();
        assertThat(watch.numEventTimeTimers()).isEqualTo(1);
        assertThat(watch.numKeyedStateEntries()).isEqualTo(1);
    }

    @Test
    void aSourceThatIsNeverHeardIsSilentFromTheDayOnThatItWasNamed() throws Exception {
        named("2026-03-02T05:00", 1);
        time("2026-03-05T00:00");
        assertThat(said())
                .containsExactly("source.silent 2026-03-04 from 2026-03-03T00:00 at 2026-03-04T00:00;"
                        + " silent since 2026-03-04, never heard");
    }

    @Test
    void nothingDependsOnHowFarAheadThePartsOfTheLogAreRead() throws Exception {
        named("2026-03-02T05:00", 1);
        heard("2026-03-09");
        heard("2026-03-03");
        heard("2026-03-02");
        time("2026-03-12T00:00");
        assertThat(said())
                .containsExactly(
                        "source.silent 2026-03-05 from 2026-03-04T00:00 at 2026-03-05T00:00;"
                                + " silent since 2026-03-05, heard 2026-03-03",
                        "source.heard 2026-03-05 from 2026-03-09T00:00 at 2026-03-09T00:00; fresh",
                        "source.silent 2026-03-11 from 2026-03-10T00:00 at 2026-03-11T00:00;"
                                + " silent since 2026-03-11, heard 2026-03-09");
    }

    @Test
    void aSourceThatTheCatalogueDropsIsForgottenAndItsSilenceEnds() throws Exception {
        named("2026-03-02T05:00", 1);
        time("2026-03-05T12:00");
        assertThat(said()).hasSize(1);
        dropped("2026-03-05T11:00");
        assertThat(said())
                .containsExactly("source.unwatched 2026-03-04 from 2026-03-05T00:00 at 2026-03-05T00:00; fresh");
        dropped("2026-03-05T11:00");
        time("2026-04-05T12:00");
        assertThat(said()).isEmpty();
        assertThat(watch.numKeyedStateEntries()).isZero();
        assertThat(watch.numEventTimeTimers()).isZero();
    }

    @Test
    void aCatalogueWithLessPatienceDoesNotLookBack() throws Exception {
        named("2026-03-02T05:00", 30);
        time("2026-03-12T12:00");
        named("2026-03-12T12:00", 1);
        assertThat(said()).isEmpty();
        time("2026-03-13T00:00");
        assertThat(said())
                .containsExactly("source.silent 2026-03-13 from 2026-03-03T00:00 at 2026-03-13T00:00;"
                        + " silent since 2026-03-13, never heard");
    }

    @Test
    void aRestoredWatchGoesOnWhereverItWasAndNotesThatComeAgainSayNothing() throws Exception {
        named("2026-03-02T05:00", 1);
        heard("2026-03-02");
        heard("2026-03-06");
        restore();
        named("2026-03-02T05:00", 1);
        time("2026-03-04T12:00");
        assertThat(said()).singleElement().asString().startsWith("source.silent 2026-03-04");
        restore();
        named("2026-03-04T12:00", 1);
        heard("2026-03-02");
        time("2026-03-06T01:00");
        assertThat(said()).singleElement().asString().startsWith("source.heard 2026-03-04");
    }

    private void restore() throws Exception {
        OperatorSubtaskState state = watch.snapshot(1, 1);
        watch.close();
        watch = start(AssessSettings.NEVER, state);
        taken = 0;
    }

    @Test
    void theEndOfInputSaysNothingOfTimeUnlessItHasALastInstant() throws Exception {
        named("2026-03-02T05:00", 1);
        watch.processWatermark(Long.MAX_VALUE);
        assertThat(said()).isEmpty();

        watch.close();
        taken = 0;
        watch = start(at("2026-03-04T23:00"), null);
        time("2026-03-02T06:00");
        named("2026-03-02T05:00", 1);
        watch.processWatermark(Long.MAX_VALUE);
        assertThat(said()).hasSize(1);
    }
}
