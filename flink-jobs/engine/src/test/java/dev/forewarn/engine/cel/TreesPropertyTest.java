package dev.forewarn.engine.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.indicator.FakeReadings;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Horizon;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The trees of the core and the CEL library agree on every expression that trees can say, and on every one that they
 * cannot.
 */
class TreesPropertyTest {

    private static final String[] COMPARISONS = {"<", "<=", "==", "!=", ">=", ">"};
    private static final String[] CONSTANTS = {"0", "1", "2.5", "-1", "0.1", "0.3", "100000000000", "1e2", "0.0001"};
    private static final String[] FACT_NUMBERS = {"amount", "num('a')", "num('b')", "num('none')"};
    private static final String[] FACT_TEXTS = {"severity", "subject", "attr('k')", "attr('none')"};
    private static final String[] WORDS = {"'x'", "'y'", "''"};
    private static final String[] DAY_NUMBERS = {
        "count('a', '1y')", "last('a')", "active_count('a')", "days_since('none')", "reading('G1')"
    };

    private final Random random = new Random();

    @Property(tries = 500)
    void rowConditionsAgree(@ForAll long seed) {
        random.setSeed(seed);
        String expression = expression(3, true);
        Values values = new Values();
        FactCondition tree = Objects.requireNonNull(FactDialect.condition(values.of(expression)), expression)
                .condition();
        FactCondition opaque = Objects.requireNonNull(FactDialect.opaque(values.of(expression)), expression);

        for (int i = 0; i < 8; i++) {
            Fact fact = fact();
            assertThat(tree.test(fact)).as(expression).isEqualTo(opaque.test(fact));
        }
    }

    @Property(tries = 500)
    void dayConditionsAgree(@ForAll long seed) {
        random.setSeed(seed);
        String expression = expression(3, false);
        Values values = new Values();
        FakeDay day = new FakeDay();
        DayCondition tree = Objects.requireNonNull(DayDialect.condition(values.of(expression), day), expression);
        DayCondition opaque = Objects.requireNonNull(DayDialect.opaque(values.of(expression), day), expression);

        assertThat(opaque.readings()).containsAll(tree.readings());
        for (int i = 0; i < 8; i++) {
            fill(day);
            assertThat(tree.test(day)).as(expression).isEqualTo(opaque.test(day));
        }
    }

    @Property(tries = 1000)
    void anyTextGivesAConditionOrFaults(@ForAll long seed) {
        random.setSeed(seed);
        String[] pieces = {
            "severity",
            "attr('k')",
            "num(",
            "'",
            ")",
            "(",
            "&&",
            "||",
            "!",
            "==",
            "[",
            "]",
            "{",
            "}",
            ".",
            ",",
            "1",
            "2.5",
            "in",
            "?",
            ":",
            "has(",
            "exists(x, ",
            "行",
            "\uD83D\uDE00",
            "b'",
            "r'",
            "1u",
            "null",
            "true",
            "@",
            "`",
            "-",
            "%",
            " "
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(25); i >= 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
        }
        Values values = new Values();
        FactDialect.RowCondition row = FactDialect.condition(values.of(text.toString()));

        assertThat(row == null).as(text.toString()).isEqualTo(!values.faults().isEmpty());
        if (row != null) {
            row.condition().test(fact());
        }
    }

    private String expression(int depth, boolean isOfFact) {
        return switch (depth == 0 ? 3 : random.nextInt(6)) {
            case 0 -> "(" + expression(depth - 1, isOfFact) + " && " + expression(depth - 1, isOfFact) + ")";
            case 1 -> "(" + expression(depth - 1, isOfFact) + " || " + expression(depth - 1, isOfFact) + ")";
            case 2 -> "!(" + expression(depth - 1, isOfFact) + ")";
            default -> isOfFact ? factLeaf() : dayLeaf();
        };
    }

    private String factLeaf() {
        return switch (random.nextInt(9)) {
            case 0 -> pick(FACT_NUMBERS) + " " + pick(COMPARISONS) + " " + pick(CONSTANTS);
            case 1 -> pick(CONSTANTS) + " " + pick(COMPARISONS) + " " + pick(FACT_NUMBERS);
            case 2 -> pick(FACT_TEXTS) + (random.nextBoolean() ? " == " : " != ") + pick(WORDS);
            case 3 -> pick(FACT_TEXTS) + " in [" + pick(WORDS) + ", " + pick(WORDS) + "]";
            case 4 -> pick(FACT_NUMBERS) + " in [0, 1, -1]";
            case 5 -> pick(FACT_NUMBERS) + " in [0.1, 2.5]";
            case 6 -> "has_attr('k')";
            case 7 -> pick(FACT_NUMBERS) + " " + pick(COMPARISONS) + " " + pick(FACT_NUMBERS);
            default -> random.nextBoolean() ? "true" : "false";
        };
    }

    private String dayLeaf() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> pick(DAY_NUMBERS) + " " + pick(COMPARISONS) + " " + pick(CONSTANTS);
            case 2 -> pick(CONSTANTS) + " " + pick(COMPARISONS) + " " + pick(DAY_NUMBERS);
            case 3 -> "active('a')";
            case 4 -> "score('drug') " + pick(COMPARISONS) + " " + pick(CONSTANTS);
            case 6 -> "rise('drug', '7d') " + pick(COMPARISONS) + " " + pick(CONSTANTS);
            case 5 -> "class_at_least('drug', 'C')";
            default -> pick(DAY_NUMBERS) + " " + pick(COMPARISONS) + " " + pick(DAY_NUMBERS);
        };
    }

    private Fact fact() {
        return Facts.with(draft -> {
            draft.severity = random.nextBoolean() ? "x" : null;
            draft.subject = random.nextBoolean() ? "y" : null;
            draft.amountMinor = random.nextBoolean() ? random.nextInt(5) * 125L - 250 : null;
            draft.attributes.put("k", random.nextBoolean() ? "x" : "");
            draft.numbers.put("a", number());
            if (random.nextBoolean()) {
                draft.numbers.put("b", number());
            }
        });
    }

    private void fill(FakeDay day) {
        for (String name : new String[] {"COUNT a 1y", "LAST a null", "ACTIVE a null", "indicator G1"}) {
            long value = random.nextInt(4) == 0 ? Exact.ABSENT : number();
            day.put(name, FakeReadings.of(value, 0, Horizon.NEVER));
        }
        day.scores[1] = random.nextInt(4) * 50;
        day.earlier[1] = random.nextInt(4) * 50;
        day.ranks[1] = random.nextInt(4);
    }

    private long number() {
        return new long[] {0, 1, 1000, 3000, 10_000, 25_000, -10_000, 100_000_000_000L * Exact.ONE}[random.nextInt(8)];
    }

    private String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
