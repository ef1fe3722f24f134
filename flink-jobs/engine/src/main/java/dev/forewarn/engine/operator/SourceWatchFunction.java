package dev.forewarn.engine.operator;

import dev.forewarn.core.source.WatchedSource;
import dev.forewarn.engine.state.SourceNote;
import dev.forewarn.engine.state.StateSchema;
import dev.forewarn.engine.wire.Outbound;
import dev.forewarn.engine.wire.SourceEncoding;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Tells which sources have become silent, and which are heard again.
 *
 * <ul>
 *   <li>Key: the source.
 *   <li>State: what is known of a source while a catalogue names it, and the notes that lie ahead of time, one a day.
 *   <li>Timers: event time; one per source, for the midnight with which it becomes silent or for the next note.
 *   <li>Order: none needed. A note is acted upon when time has come to its instant and after a silence that begins
 *       there; so what is said depends on the notes and on time, not on who reads which part of the log how fast.
 *   <li>Emits: for each change an event for the log and the state of the source for the topic of catalogues.
 * </ul>
 */
public final class SourceWatchFunction extends KeyedProcessFunction<String, SourceNote, Outbound> {

    private static final long serialVersionUID = 1L;

    // Configuration.
    private final long untilMs;

    // Runtime.
    private transient @Nullable ValueState<WatchedSource> watched;
    private transient @Nullable ListState<SourceNote> ahead;

    /** @param untilMs the last instant that is acted upon, in ms since 1970 */
    public SourceWatchFunction(long untilMs) {
        this.untilMs = untilMs;
    }

    @Override
    public void open(OpenContext context) {
        watched = getRuntimeContext().getState(StateSchema.watchedSource());
        ahead = getRuntimeContext().getListState(StateSchema.sourceNotes());
    }

    @Override
    public void processElement(SourceNote note, Context ctx, Collector<Outbound> out) throws Exception {
        advance(ctx.getCurrentKey(), note, ctx.timerService(), out);
    }

    @Override
    public void onTimer(long atMs, OnTimerContext ctx, Collector<Outbound> out) throws Exception {
        advance(ctx.getCurrentKey(), null, ctx.timerService(), out);
    }

    /** Lets everything happen that is due: at one instant first the silence, then what was heard. */
    private void advance(String source, @Nullable SourceNote note, TimerService timers, Collector<Outbound> out)
            throws Exception {
        long reachedMs = reachedMs(timers);
        WatchedSource state = watched().value();
        NavigableSet<SourceNote> notes = new TreeSet<>();
        ahead().get().forEach(notes::add);
        long setMs = nextMs(state, notes);
        if (note != null) {
            notes.add(note);
        }
        while (nextMs(state, notes) <= reachedMs) {
            if (silenceMs(state) <= noteMs(notes)) {
                state = Objects.requireNonNull(state).silent();
                SourceEncoding.silent(source, state).forEach(out::collect);
            } else {
                state = take(Objects.requireNonNull(notes.pollFirst()), state, out);
            }
        }
        watched().update(state);
        ahead().update(List.copyOf(notes));
        setTimer(setMs, nextMs(state, notes), timers);
    }

    /** One timer is enough: whatever it finds sets the next. */
    private void setTimer(long setMs, long nextMs, TimerService timers) {
        if (setMs != nextMs) {
            timers.deleteEventTimeTimer(setMs);
        }
        if (nextMs != Long.MAX_VALUE && nextMs <= untilMs && timers.currentWatermark() != Long.MAX_VALUE) {
            timers.registerEventTimeTimer(nextMs);
        }
    }

    /** Up to where time has come; without a last instant the end of input says nothing about time. */
    private long reachedMs(TimerService timers) {
        long watermarkMs = timers.currentWatermark();
        if (watermarkMs == Long.MAX_VALUE && untilMs == Long.MAX_VALUE) {
            return Long.MIN_VALUE;
        }
        return Math.min(watermarkMs, untilMs);
    }

    private static long nextMs(@Nullable WatchedSource state, NavigableSet<SourceNote> notes) {
        return Math.min(silenceMs(state), noteMs(notes));
    }

    private static long silenceMs(@Nullable WatchedSource state) {
        return state == null || state.isSilent() ? Long.MAX_VALUE : state.deadlineMs();
    }

    private static long noteMs(NavigableSet<SourceNote> notes) {
        return notes.isEmpty() ? Long.MAX_VALUE : notes.first().atMs();
    }

    private static @Nullable WatchedSource take(
            SourceNote note, @Nullable WatchedSource before, Collector<Outbound> out) {
        WatchedSource known =
                before == null ? WatchedSource.named(note.day(), note.allowedDays(), note.zone()) : before;
        return switch (note.kind()) {
            case NAMED -> known.namedOn(note.day(), note.allowedDays(), note.zone());
            case HEARD -> hear(note, known, out);
            case DROPPED -> {
                if (known.isSilent()) {
                    SourceEncoding.unwatched(note.source(), known, note.day()).forEach(out::collect);
                }
                yield null;
            }
        };
    }

    private static WatchedSource hear(SourceNote note, WatchedSource known, Collector<Outbound> out) {
        WatchedSource heard = known.heardOn(note.day());
        if (known.isSilent() && !heard.isSilent()) {
            SourceEncoding.heard(note.source(), known, heard).forEach(out::collect);
        }
        return heard;
    }

    private ValueState<WatchedSource> watched() {
        return Objects.requireNonNull(watched, "open is called first");
    }

    private ListState<SourceNote> ahead() {
        return Objects.requireNonNull(ahead, "open is called first");
    }
}
