package dev.forewarn.core.indicator;

import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.time.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What some aggregates need to know beside their measure and window. */
public sealed interface Detail {

    /** Nothing. */
    Detail NONE = new None();

    /** Nothing. */
    record None() implements Detail {}

    /**
     * For {@link Aggregate#RATIO}: {@code (part + priorPart) / (whole + priorWhole)}.
     *
     * @param part position of the measure whose facts make the numerator
     * @param partFrom the age from which on a fact can be in the numerator; null for any
     * @param priorPart added to the numerator, scaled by 10⁻⁴, at least 0
     * @param priorWhole added to the denominator, scaled by 10⁻⁴, at least 0
     * @param least the reading is absent below so many facts in the whole
     */
    record Share(int part, @Nullable Window partFrom, long priorPart, long priorWhole, int least) implements Detail {}

    /**
     * For {@link Aggregate#EXCESS} and {@link Aggregate#BURST}: how many facts the short window should hold, from the
     * facts of the base days before it and a prior: {@code short × (prior + facts in base) / (priorDays + baseDays)}.
     * The reading has two steps: the short window, and both together, in days.
     *
     * @param prior facts expected in {@code priorDays} of one that is like this entity, read from its profile
     * @param otherwise the same where there is no profile or it does not say, scaled by 10⁻⁴
     * @param priorDays days that the prior counts for, at least 1
     * @param steps for {@link Aggregate#BURST}, at least one, ascending; else empty
     */
    record Expectation(@Nullable NumberTerm prior, long otherwise, int priorDays, List<Step> steps) implements Detail {
        public Expectation {
            steps = List.copyOf(steps);
        }
    }

    /**
     * From which count on a short window is beyond chance.
     *
     * @param expected up to this expected count, inclusive, scaled by 10⁻⁴; beyond the last step counts grow in
     *     proportion
     */
    record Step(long expected, int count) {}

    /**
     * For {@link Aggregate#DAYS_TO}, {@link Aggregate#OVERDUE_DAYS} and {@link Aggregate#LATE}: a due day in working
     * days.
     *
     * @param workingDays 0 or more
     * @param isAfter whether so many after the day on which the fact occurred; else before its own due day, or where it
     *     has none its last
     */
    record Due(int workingDays, boolean isAfter) implements Detail {}

    /**
     * For {@link Aggregate#MISSED_YEARS} and {@link Aggregate#MISSED_DAYS}: for each year since the one of the
     * profile's establishment a fact is due whose subject is the year, by a day of the year after.
     *
     * @param month month of the due day, 1 to 12
     * @param day day of the month, 1 to 31; the last of the month where it has fewer
     * @param firstYear first year for which anything is due
     * @param most years that are looked at, at least 1
     */
    record Yearly(int month, int day, int firstYear, int most) implements Detail {}

    /** For {@link Aggregate#PATTERN}: looks at readings only, none of which looks at this one. */
    record Pattern(DayCondition when) implements Detail {}
}
