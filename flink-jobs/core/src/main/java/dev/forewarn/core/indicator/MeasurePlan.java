package dev.forewarn.core.indicator;

import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure with its places looked up: which sections it reads and which match bit is its own there.
 *
 * @param on the sections that it takes facts from
 * @param ends positions of the types whose facts end one of them
 */
public record MeasurePlan(Measure measure, List<Source> on, List<Integer> ends) {

    public MeasurePlan {
        on = List.copyOf(on);
        ends = List.copyOf(ends);
    }

    /**
     * A type and the bit that says whether the measure takes a row of it.
     *
     * @param type position of the type among those that the catalogue reads
     */
    public record Source(int type, int bit) {}

    /** Whether the measure takes a row of a type. */
    boolean takes(int type, Fact fact) {
        for (int s = 0; s < on.size(); s++) {
            if (on.get(s).type() == type) {
                return takes(on.get(s), fact);
            }
        }
        return false;
    }

    /** Whether the measure takes a row of a source. */
    static boolean takes(Source source, Fact fact) {
        return fact.isMatched(source.bit()) && !fact.isRetracted();
    }

    /** The rows of the types that a catalogue reads, by position. */
    public interface Sections {
        Rows rows(int type);

        /** The profile of the entity, null if it is not registered. */
        @Nullable
        Fact profile();

        /** Endings later than this instant, in ms, have not happened yet. */
        long endingsUntilMs();
    }
}
