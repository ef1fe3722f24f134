package dev.forewarn.engine.cel;

import dev.cel.common.types.SimpleType;
import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.engine.document.Value;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Expressions over the readings and results of a day: an aggregate of a measure, such as {@code count('penalty',
 * '1y')}, and {@code reading('G3.1.1')} are numbers, of which every comparison is false where there is none;
 * {@code active('abnormal')} tells whether any fact has not ended and {@code active_count('abnormal')} how many;
 * {@code score('general')} is a whole number, and {@code rise('general', '7d')} how much it has grown in seven days;
 * {@code class_at_least('drug', 'C')} tells.
 */
public final class DayDialect {

    static final String ACTIVE = "active";
    static final String ACTIVE_COUNT = "active_count";
    static final String READING = "reading";
    static final String SCORE = "score";
    static final String RISE = "rise";
    static final String CLASS = "class_at_least";

    /** The aggregates by the functions that read them as numbers. */
    static final Map<String, Aggregate> AGGREGATES = Stream.of(Aggregate.values())
            .filter(DayDialect::isPlain)
            .collect(Collectors.toUnmodifiableMap(DayDialect::functionOf, each -> each));

    private static final Dialect<DayScope> DIALECT = build();

    private DayDialect() {}

    /** The condition that a value says; null if it has faults, which have been told. */
    public static @Nullable DayCondition condition(Value value, DayNames names) {
        Checked<DayScope> checked = DIALECT.check(value, SimpleType.BOOL);
        if (checked == null || !Numbers.areExact(checked)) {
            return null;
        }
        DayTrees trees = DayTrees.of(checked, names);
        return trees == null ? null : trees.of(checked.root());
    }

    /** The same, all of it run as CEL: what a test compares the trees with. */
    static @Nullable DayCondition opaque(Value value, DayNames names) {
        Checked<DayScope> checked = DIALECT.check(value, SimpleType.BOOL);
        DayTrees trees = checked == null ? null : DayTrees.of(checked, names);
        return checked == null || trees == null ? null : trees.opaque(checked.root());
    }

    /** Whether an aggregate can be read by its measure and window alone; the others are named readings. */
    private static boolean isPlain(Aggregate aggregate) {
        return switch (aggregate) {
            case RATIO, EXCESS, BURST, MISSED_YEARS, MISSED_DAYS, PATTERN -> false;
            default -> true;
        };
    }

    // active is the one aggregate that most conditions only ask whether there is any.
    private static String functionOf(Aggregate aggregate) {
        return aggregate == Aggregate.ACTIVE ? ACTIVE_COUNT : aggregate.name().toLowerCase(Locale.ROOT);
    }

    private static Dialect<DayScope> build() {
        DialectBuilder<DayScope> builder = Dialect.<DayScope>named("day condition")
                .term(ACTIVE, SimpleType.BOOL, 1, 2, (day, names) -> day.number(ACTIVE, names) > 0)
                .term(READING, SimpleType.DOUBLE, 1, 1, (day, names) -> day.number(READING, names))
                .term(SCORE, SimpleType.INT, 1, 1, DayScope::score)
                .term(RISE, SimpleType.INT, 2, 2, DayScope::rise)
                .term(CLASS, SimpleType.BOOL, 2, 2, DayScope::isClassAtLeast);
        AGGREGATES.keySet().stream()
                .sorted()
                .forEach(function ->
                        builder.term(function, SimpleType.DOUBLE, 1, 2, (day, names) -> day.number(function, names)));
        return builder.build();
    }
}
