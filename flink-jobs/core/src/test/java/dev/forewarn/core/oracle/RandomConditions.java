package dev.forewarn.core.oracle;

import dev.forewarn.core.fact.Comparison;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.time.Exact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Makes conditions and terms up. */
final class RandomConditions {

    private final Dice dice;

    RandomConditions(Dice dice) {
        this.dice = dice;
    }

    TextTerm textTerm() {
        TextTerm.Kind kind = dice.of(TextTerm.Kind.values());
        return kind == TextTerm.Kind.ATTRIBUTE ? TextTerm.attribute(dice.of(Words.ATTRIBUTES)) : TextTerm.of(kind);
    }

    NumberTerm numberTerm() {
        return switch (dice.between(0, 9)) {
            case 0, 1, 2, 3 -> NumberTerm.AMOUNT;
            case 4 -> byText();
            default -> NumberTerm.number(dice.of(Words.NUMBERS));
        };
    }

    private NumberTerm byText() {
        TextTerm term = textTerm();
        Map<String, Long> values = new HashMap<>();
        dice.some(words(term), 50).forEach(word -> values.put(word, smallNumber()));
        return new NumberTerm.ByText(term, values, dice.percent(40) ? Exact.ABSENT : smallNumber());
    }

    FactCondition onFact(int depth) {
        int throwOf = dice.between(0, 99);
        if (throwOf < 45) {
            return FactCondition.ALWAYS;
        }
        if (depth > 0 && throwOf < 60) {
            List<FactCondition> parts = dice.many(1, 2, () -> onFact(depth - 1));
            return switch (dice.between(0, 2)) {
                case 0 -> new FactCondition.All(parts);
                case 1 -> new FactCondition.Any(parts);
                default -> new FactCondition.Not(parts.get(0));
            };
        }
        if (throwOf < 85) {
            TextTerm term = textTerm();
            return new FactCondition.TextIn(term, new HashSet<>(dice.someOf(words(term), 50)));
        }
        return throwOf < 93
                ? new FactCondition.NumberIs(numberTerm(), comparison(), smallNumber())
                : new OpaqueFactCondition(textTerm(), dice.between(0, 4));
    }

    private static List<String> words(TextTerm term) {
        return switch (term.kind()) {
            case ATTRIBUTE, ATTRIBUTE_OR_SUBJECT -> Words.GRADES;
            case SEVERITY -> Words.SEVERITIES;
            case SUBJECT, SUBJECT_OR_KEY -> Words.SUBJECTS;
            case SOURCE -> Words.SOURCES;
            case RECORD_KEY -> Words.RECORD_KEYS;
        };
    }

    Comparison comparison() {
        return dice.of(Comparison.values());
    }

    DayCondition onDay(List<ReadingSpec> readings, int schemes, int depth) {
        int throwOf = dice.between(0, 99);
        if (depth > 0 && throwOf < 35) {
            List<DayCondition> parts = dice.many(1, 2, () -> onDay(readings, schemes, depth - 1));
            return switch (dice.between(0, 2)) {
                case 0 -> new DayCondition.All(parts);
                case 1 -> new DayCondition.Any(parts);
                default -> new DayCondition.Not(parts.get(0));
            };
        }
        if (schemes > 0 && throwOf < 45) {
            return new DayCondition.ScoreIs(
                    dice.between(0, schemes - 1), comparison(), dice.of(0, 1, 100, 250, 499, 500));
        }
        if (schemes > 0 && throwOf < 52) {
            return new DayCondition.ClassAtLeast(dice.between(0, schemes - 1), dice.between(0, 3));
        }
        if (schemes > 0 && throwOf < 54) {
            DayCondition.Rise rise = new DayCondition.Rise(dice.between(0, schemes - 1), dice.of(1, 2, 7, 30, 90, 366));
            return new DayCondition.RiseIs(rise, comparison(), dice.of(-100, -1, 0, 1, 50, 100, 150, 499));
        }
        int position = dice.between(0, readings.size() - 1);
        if (throwOf < 60) {
            return new OpaqueDayCondition(
                    position, dice.between(0, readings.size() - 1), threshold(readings.get(position)));
        }
        return new DayCondition.ReadingIs(position, comparison(), threshold(readings.get(position)));
    }

    /** A constant near the numbers that a reading takes, scaled by 10⁻⁴. */
    long threshold(ReadingSpec reading) {
        return threshold(reading.aggregate());
    }

    long threshold(Aggregate aggregate) {
        return switch (aggregate) {
            case COUNT, DISTINCT, ACTIVE, LATE, BURST, MISSED_YEARS ->
                dice.of(0L, 3_000L, 6_000L, Exact.ONE, 16_000L, 2 * Exact.ONE, 3 * Exact.ONE);
            case SUM, MAX, MIN, LAST -> smallNumber();
            case RATIO, GROWTH, EXCESS ->
                dice.of(0L, 2_500L, 3_333L, 3_334L, 5_000L, 6_666L, Exact.ONE, 15_000L, 2 * Exact.ONE, 4 * Exact.ONE);
            case PATTERN -> dice.of(0L, 5_000L, Exact.ONE);
            case DAYS_SINCE, DAYS_TO, OVERDUE_DAYS, MISSED_DAYS ->
                Exact.ONE * dice.of(-1, 0, 1, 2, 5, 10, 30, 90, 365) + dice.of(0L, 0L, 0L, 5_000L);
        };
    }

    /** A number such as facts carry, scaled by 10⁻⁴. */
    long smallNumber() {
        return dice.of(-20_000L, -1L, 0L, 1L, 3_333L, 5_000L, Exact.ONE, 15_000L, 25_000L, 10 * Exact.ONE, 1_000_000L);
    }
}
