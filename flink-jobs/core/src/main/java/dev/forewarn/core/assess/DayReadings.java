package dev.forewarn.core.assess;

import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.Rows;
import dev.forewarn.core.indicator.DayView;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.MeasurePlan;
import dev.forewarn.core.indicator.Reader;
import dev.forewarn.core.indicator.Reading;
import dev.forewarn.core.indicator.ReadingPlan;
import dev.forewarn.core.time.Horizon;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The readings of one entity on one day, each read when it is first asked for. */
final class DayReadings {

    private final Plan plan;
    private final DayFacts facts;
    private final Horizon horizon;
    private final Reader reader;
    private final Reading[] readings;
    private final boolean[] isRead;
    private DayFrame frame;
    private BitSet without = new BitSet();

    /** @param horizon the earliest day that anybody asked has said; what changes later need not be known */
    DayReadings(Plan plan, DayFacts facts, Horizon horizon) {
        this.plan = plan;
        this.facts = facts;
        this.horizon = horizon;
        this.reader = new Reader(plan.catalogue().days(), plan.catalogue().workingDays());
        this.readings = plan.catalogue().readings().stream().map(Reader::slot).toArray(Reading[]::new);
        this.isRead = new boolean[readings.length];
        this.frame = plan.frame(0);
    }

    /** @param without measures that are read as if they took no fact */
    void begin(int today, BitSet without) {
        this.frame = plan.frame(today);
        this.without = without;
        Arrays.fill(isRead, false);
    }

    int today() {
        return frame.today();
    }

    Reading reading(int position) {
        if (!isRead[position]) {
            // Whatever changes after the next change that is known already is of no interest.
            read(position, horizon.day());
            isRead[position] = true;
        }
        return readings[position];
    }

    /** A reading that also knows when it changes, however late. */
    Reading exactReading(int position) {
        read(position, Horizon.NEVER);
        return readings[position];
    }

    private void read(int position, int untilDay) {
        ReadingPlan read = plan.reading(position);
        if (read == null) {
            readPattern(position, untilDay == Horizon.NEVER);
            return;
        }
        MeasurePlan.Sections sections = without.get(read.spec().measure()) ? Nothing.NOTHING : facts;
        reader.read(read, sections, frame.firstDays(position), frame.today(), untilDay, readings[position]);
    }

    private void readPattern(int position, boolean isExact) {
        Detail.Pattern pattern =
                (Detail.Pattern) plan.catalogue().readings().get(position).detail();
        Horizon own = new Horizon();
        boolean holds = pattern.when().test(new PatternView(own, isExact));
        readings[position].set(holds, own.day());
    }

    /** Shows the facts that a reading of a measure rests on today, each once. */
    void facts(int position, Reader.FactVisitor visitor) {
        reader.facts(
                Objects.requireNonNull(plan.reading(position)),
                facts,
                frame.firstDays(position),
                frame.today(),
                visitor);
    }

    /** What a pattern may look at. */
    private final class PatternView implements DayView {

        private final Horizon own;
        private final boolean isExact;

        PatternView(Horizon own, boolean isExact) {
            this.own = own;
            this.isExact = isExact;
        }

        @Override
        public int today() {
            return frame.today();
        }

        @Override
        public Reading reading(int position) {
            return isExact ? exactReading(position) : DayReadings.this.reading(position);
        }

        @Override
        public int score(int scheme) {
            throw new IllegalStateException("a pattern looks at readings only, not at the score of scheme " + scheme);
        }

        @Override
        public int staticScore(int scheme) {
            return score(scheme);
        }

        @Override
        public int earlierScore(int scheme, int days) {
            return score(scheme);
        }

        @Override
        public int fusedRank(int scheme) {
            throw new IllegalStateException("a pattern looks at readings only, not at the class of scheme " + scheme);
        }

        @Override
        public Horizon horizon() {
            return own;
        }
    }

    /** An entity of which nothing is known. */
    private enum Nothing implements MeasurePlan.Sections {
        NOTHING;

        @Override
        public Rows rows(int type) {
            return Rows.EMPTY;
        }

        @Override
        public @Nullable Fact profile() {
            return null;
        }

        @Override
        public long endingsUntilMs() {
            return Long.MAX_VALUE;
        }
    }
}
