package dev.forewarn.core.indicator;

import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Window;
import java.util.List;

/**
 * What is read: an aggregate of a measure over a window with its steps.
 *
 * @param measure position of the measure in the catalogue; {@link #NO_MEASURE} for a pattern
 * @param tiers windows ascending, at least one; the last is the window itself
 */
public record ReadingSpec(Aggregate aggregate, int measure, List<Tier> tiers, Taking taking, Detail detail) {

    /** Steps that a decay may have. */
    public static final int MOST_TIERS = 16;

    /** Stands for the measure of a pattern. */
    public static final int NO_MEASURE = -1;

    public ReadingSpec {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.size() > MOST_TIERS || (tiers.size() > 1 && !hasSteps(aggregate))) {
            throw new IllegalArgumentException(aggregate + " reads " + tiers.size() + " steps");
        }
        for (int i = 1; i < tiers.size(); i++) {
            Window shorter = tiers.get(i - 1).window();
            Window longer = tiers.get(i).window();
            if (shorter.isAtLeast(longer) || !longer.covers(shorter)) {
                throw new IllegalArgumentException(
                        "the windows of a decay must ascend, for records of every day; got " + tiers);
            }
        }
        if (!isFitting(aggregate, detail) || (aggregate == Aggregate.PATTERN) != (measure == NO_MEASURE)) {
            throw new IllegalArgumentException(aggregate + " of measure " + measure + " does not go with " + detail);
        }
        if (taking.per() != null && !aggregate.canGroup()) {
            throw new IllegalArgumentException(aggregate + " is not worked out for each subject");
        }
    }

    /** A plain reading of all facts in its steps. */
    public ReadingSpec(Aggregate aggregate, int measure, List<Tier> tiers) {
        this(aggregate, measure, tiers, Taking.ALL, Detail.NONE);
    }

    /** A reading without decay. */
    public static ReadingSpec of(Aggregate aggregate, int measure, Window window) {
        return new ReadingSpec(aggregate, measure, List.of(new Tier(window, Exact.ONE)));
    }

    /** A pattern. */
    public static ReadingSpec pattern(DayCondition when) {
        return new ReadingSpec(
                Aggregate.PATTERN,
                NO_MEASURE,
                List.of(new Tier(Window.EVER, Exact.ONE)),
                Taking.ALL,
                new Detail.Pattern(when));
    }

    /** The longest window that is read. */
    public Window window() {
        return tiers.get(tiers.size() - 1).window();
    }

    /** Whether the number is one of facts, each with its step of the decay. */
    public boolean countsFacts() {
        return aggregate == Aggregate.COUNT && taking.per() == null;
    }

    /** Whether only facts that have not ended are read. */
    public boolean isOfOpenFacts() {
        return taking.untilEnded() || aggregate.isOfOpenFacts();
    }

    /** Whether the number depends on the profile of the entity too. */
    public boolean readsProfile() {
        return detail instanceof Detail.Yearly
                || (detail instanceof Detail.Expectation expectation && expectation.prior() != null);
    }

    private static boolean hasSteps(Aggregate aggregate) {
        return aggregate.canDecay() || aggregate == Aggregate.EXCESS || aggregate == Aggregate.BURST;
    }

    private static boolean isFitting(Aggregate aggregate, Detail detail) {
        return switch (aggregate) {
            case RATIO -> detail instanceof Detail.Share;
            case EXCESS, BURST -> detail instanceof Detail.Expectation;
            case MISSED_YEARS, MISSED_DAYS -> detail instanceof Detail.Yearly;
            case PATTERN -> detail instanceof Detail.Pattern;
            case DAYS_TO, OVERDUE_DAYS, LATE -> detail instanceof Detail.None || detail instanceof Detail.Due;
            default -> detail instanceof Detail.None;
        };
    }
}
