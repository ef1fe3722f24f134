package dev.forewarn.engine.operator;

import dev.forewarn.engine.wire.Outbound;
import dev.forewarn.engine.wire.PublicationNote;
import dev.forewarn.engine.wire.TrialCount;
import dev.forewarn.engine.wire.VerdictEncoding;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Decides on a candidate when all subtasks have tried it. One instance.
 *
 * <ul>
 *   <li>Key: none.
 *   <li>State: none that is stored: after a restart every subtask tries again what has no verdict yet.
 *   <li>Timers: none.
 *   <li>Order: does not matter.
 *   <li>Emits: one verdict on each candidate, for the topic of catalogues. There the first one counts.
 * </ul>
 */
public final class VerdictFunction extends ProcessFunction<Tally, Outbound> {

    private static final long serialVersionUID = 1L;

    // Configuration.
    private final int maxWorse;

    // Runtime: tallies by subtask, by publication; none for long, since the last one takes all away.
    private final Map<Long, Map<Integer, Tally>> tallies = new HashMap<>();

    /**
     * @param maxWorse the share that a candidate may move to a worse class unless it says otherwise, in ten-thousandths
     */
    public VerdictFunction(int maxWorse) {
        this.maxWorse = maxWorse;
    }

    @Override
    public void processElement(Tally tally, Context ctx, Collector<Outbound> out) {
        long offset = tally.about().offset();
        Map<Integer, Tally> found = tallies.computeIfAbsent(offset, added -> new HashMap<>());
        found.put(tally.subtask(), tally);
        if (found.size() == tally.subtasks()) {
            tallies.remove(offset);
            out.collect(VerdictEncoding.tried(tally.about(), tally.version(), sum(found.values(), tally)));
        }
    }

    private TrialCount sum(Collection<Tally> found, Tally last) {
        Integer mayMove = PublicationNote.of(last.about().headers()).mayMove();
        return new TrialCount(
                last.previousVersion(),
                mayMove == null ? maxWorse : mayMove,
                found.stream().mapToLong(Tally::entities).sum(),
                found.stream().mapToLong(Tally::worse).sum(),
                found.stream().mapToLong(Tally::better).sum());
    }
}
