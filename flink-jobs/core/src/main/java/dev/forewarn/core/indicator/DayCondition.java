package dev.forewarn.core.indicator;

import dev.forewarn.core.fact.Comparison;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A condition on the readings and results of a day; each test also says when its answer may change. A reading without a
 * number makes every comparison with it false.
 */
public sealed interface DayCondition {

    boolean test(DayView view);

    /** Positions of the readings that the condition looks at. */
    Set<Integer> readings();

    /** Whether the condition looks at scores or classes too. */
    boolean looksAtResults();

    /** The rises of scores that the condition looks at. */
    default Set<Rise> rises() {
        return Set.of();
    }

    /** Whether a reading stands in a relation to a constant scaled by 10⁻⁴. */
    record ReadingIs(int reading, Comparison comparison, long constant) implements DayCondition {
        @Override
        public boolean test(DayView view) {
            Reading found = view.reading(reading);
            found.watch(constant, view.today(), view.horizon());
            return found.isPresent() && comparison.holds(found.compareTo(constant));
        }

        @Override
        public Set<Integer> readings() {
            return Set.of(reading);
        }

        @Override
        public boolean looksAtResults() {
            return false;
        }
    }

    /** Whether a score stands in a relation to a constant in points. */
    record ScoreIs(int scheme, Comparison comparison, int constant) implements DayCondition {
        @Override
        public boolean test(DayView view) {
            return comparison.holds(Integer.compare(view.score(scheme), constant));
        }

        @Override
        public Set<Integer> readings() {
            return Set.of();
        }

        @Override
        public boolean looksAtResults() {
            return true;
        }
    }

    /**
     * By how much a score is higher than so many days ago, both on the facts as now known; below 0 if it has fallen.
     * What a business is does not rise: up to its static score there is nothing to tell.
     *
     * @param scheme position of the scheme
     * @param days in [1, {@link #MOST_DAYS}]
     */
    record Rise(int scheme, int days) {

        /** How far back a score is looked at: the facts of that time are kept for it. */
        public static final int MOST_DAYS = 366;

        public Rise {
            if (days < 1 || days > MOST_DAYS) {
                throw new IllegalArgumentException("a rise is over 1 to " + MOST_DAYS + " days; got " + days);
            }
        }

        /** The points that the score has risen by. */
        public int of(DayView view) {
            return Math.min(most(view), view.score(scheme) - view.earlierScore(scheme, days));
        }

        /** The most that it can have risen by, whatever the earlier score; at least 0. */
        int most(DayView view) {
            return Math.max(0, view.score(scheme) - view.staticScore(scheme));
        }
    }

    /** Whether a rise stands in a relation to a constant in points. */
    record RiseIs(Rise rise, Comparison comparison, int constant) implements DayCondition {
        @Override
        public boolean test(DayView view) {
            // For most businesses one need not look back.
            int order = rise.most(view) < constant ? -1 : Integer.compare(rise.of(view), constant);
            return comparison.holds(order);
        }

        @Override
        public Set<Integer> readings() {
            return Set.of();
        }

        @Override
        public boolean looksAtResults() {
            return true;
        }

        @Override
        public Set<Rise> rises() {
            return Set.of(rise);
        }
    }

    /** Whether the fused class of a domain is at least as bad as a rank. */
    record ClassAtLeast(int scheme, int rank) implements DayCondition {
        @Override
        public boolean test(DayView view) {
            return view.fusedRank(scheme) >= rank;
        }

        @Override
        public Set<Integer> readings() {
            return Set.of();
        }

        @Override
        public boolean looksAtResults() {
            return true;
        }
    }

    /** Whether all parts hold. */
    record All(List<DayCondition> parts) implements DayCondition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean test(DayView view) {
            for (DayCondition part : parts) {
                if (!part.test(view)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Set<Integer> readings() {
            return union(parts, DayCondition::readings);
        }

        @Override
        public Set<Rise> rises() {
            return union(parts, DayCondition::rises);
        }

        @Override
        public boolean looksAtResults() {
            return parts.stream().anyMatch(DayCondition::looksAtResults);
        }
    }

    /** Whether any part holds. */
    record Any(List<DayCondition> parts) implements DayCondition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean test(DayView view) {
            for (DayCondition part : parts) {
                if (part.test(view)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Set<Integer> readings() {
            return union(parts, DayCondition::readings);
        }

        @Override
        public Set<Rise> rises() {
            return union(parts, DayCondition::rises);
        }

        @Override
        public boolean looksAtResults() {
            return parts.stream().anyMatch(DayCondition::looksAtResults);
        }
    }

    /** Whether a part does not hold. */
    record Not(DayCondition part) implements DayCondition {
        @Override
        public boolean test(DayView view) {
            return !part.test(view);
        }

        @Override
        public Set<Integer> readings() {
            return part.readings();
        }

        @Override
        public Set<Rise> rises() {
            return part.rises();
        }

        @Override
        public boolean looksAtResults() {
            return part.looksAtResults();
        }
    }

    /** A condition that only its language can evaluate; pure, total, and asked again whenever a reading moves. */
    non-sealed interface Opaque extends DayCondition {
        @Override
        default boolean looksAtResults() {
            return true;
        }
    }

    private static <T> Set<T> union(List<DayCondition> parts, Function<DayCondition, Set<T>> of) {
        return parts.stream()
                .flatMap(part -> of.apply(part).stream())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
