package dev.forewarn.engine.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.fact.Comparison;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.indicator.FakeReadings;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Horizon;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayDialectTest {

    private final Values values = new Values();
    private final FakeDay day = new FakeDay();

    private DayCondition condition(String expression) {
        DayCondition condition = DayDialect.condition(values.of(expression), day);
        assertThat(values.faults()).isEmpty();
        return Objects.requireNonNull(condition);
    }

    @Test
    void comparisonsOfReadingsScoresAndClassesBecomeTrees() {
        assertThat(condition("count('penalty', '1y') >= 2"))
                .isEqualTo(new DayCondition.ReadingIs(
                        day.position("COUNT penalty 1y"), Comparison.AT_LEAST, 2 * Exact.ONE));
        assertThat(condition("0.5 > sum('penalty', '90d')"))
                .isEqualTo(new DayCondition.ReadingIs(day.position("SUM penalty 90d"), Comparison.LESS, 5000));
        assertThat(condition("active('abnormal')"))
                .isEqualTo(new DayCondition.ReadingIs(day.position("ACTIVE abnormal null"), Comparison.MORE, 0));
        assertThat(condition("active_count('abnormal') == 2"))
                .isEqualTo(new DayCondition.ReadingIs(
                        day.position("ACTIVE abnormal null"), Comparison.EQUAL, 2 * Exact.ONE));
        assertThat(condition("reading('G3.1.1') != 1"))
                .isEqualTo(
                        new DayCondition.ReadingIs(day.position("indicator G3.1.1"), Comparison.NOT_EQUAL, Exact.ONE));
        assertThat(condition("score('general') > 500")).isEqualTo(new DayCondition.ScoreIs(0, Comparison.MORE, 500));
        assertThat(condition("rise('drug', '7d') >= 100"))
                .isEqualTo(new DayCondition.RiseIs(new DayCondition.Rise(1, 7), Comparison.AT_LEAST, 100));
        assertThat(condition("class_at_least('drug', 'C')")).isEqualTo(new DayCondition.ClassAtLeast(1, 2));
        assertThat(condition("true")).isEqualTo(new DayCondition.All(List.of()));
    }

    @Test
    void onlyThePartThatTreesCannotSayRunsAsCel() {
        DayCondition condition = condition("active('abnormal') && count('a', '1y') > count('b', '1y')");

        List<DayCondition> parts = ((DayCondition.All) condition).parts();
        assertThat(parts.get(0)).isInstanceOf(DayCondition.ReadingIs.class);
        assertThat(parts.get(1)).isInstanceOf(DayCondition.Opaque.class);
        assertThat(parts.get(1).readings())
                .containsExactlyInAnyOrder(day.position("COUNT a 1y"), day.position("COUNT b 1y"));
        assertThat(condition.readings()).contains(day.position("ACTIVE abnormal null"));
        assertThat(condition("rise('general', '7d') > score('general') / 2").rises())
                .containsExactly(new DayCondition.Rise(0, 7));
        assertThat(condition("score('general') > 500.5")).isInstanceOf(DayCondition.Opaque.class);
    }

    @Test
    void opaqueConditionSaysWhenEachReadingThatItTouchesMayChange() {
        DayCondition condition = condition("days_since('a') > last('b')");
        day.put("DAYS_SINCE a null", FakeReadings.of(9 * Exact.ONE, 1, 500));
        day.put("LAST b null", FakeReadings.of(3 * Exact.ONE, 0, 300));

        assertThat(condition.test(day)).isTrue();
        assertThat(day.horizon().day()).isEqualTo(day.today() + 1);

        day.horizon().reset();
        day.put("DAYS_SINCE a null", FakeReadings.of(Exact.ABSENT, 0, 500));
        assertThat(condition.test(day)).isFalse();
        assertThat(day.horizon().day()).isEqualTo(300);
    }

    @Test
    void readingWithoutANumberMakesEveryComparisonFalse() {
        day.put("LAST a null", FakeReadings.of(Exact.ABSENT, 0, Horizon.NEVER));

        assertThat(condition("last('a') + 1 != 7").test(day)).isFalse();
        assertThat(condition("last('a') != 7").test(day)).isFalse();
        assertThat(condition("!(last('a') + 1 > 7)").test(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count('unknown') > 1 | a.yaml:1:14: 'when': no measure 'unknown'",
                "count('a', '1 y') > 1 | a.yaml:1:19: 'when': a window is written like 90d, 6m, 3y, 1y6m or ever; got '1 y'",
                "count(a) > 1 | a.yaml:1:14: 'when': 'count' takes names in quotes, such as 'x'",
                "reading('unknown') > 1 | a.yaml:1:16: 'when': no indicator 'unknown'",
                "score('unknown') > 1 | a.yaml:1:14: 'when': no scheme 'unknown'",
                "rise('unknown', '7d') > 1 | a.yaml:1:13: 'when': no scheme 'unknown'",
                "rise('drug', '1m') > 1 | a.yaml:1:21: 'when': a rise is over 1 to 366 days, such as 7d; got '1m'",
                "rise('drug', '400d') > 1 | a.yaml:1:21: 'when': a rise is over 1 to 366 days, such as 7d; got '400d'",
                "class_at_least('drug', 'E') | a.yaml:1:31: 'when': no class 'E'",
                "count('a') | a.yaml:1:7: 'when' must be a condition; this expression gives a number",
                "active('a') > 1 | a.yaml:1:20: 'when': '>' cannot be applied to a condition and a number; active('x') is a"
                        + " condition, active_count('x') a number",
                "activ('a') | a.yaml:1:13: 'when': unknown name 'activ'; did you mean 'active'?"
            })
    void faultsSayWhatAndWhere(String expression, String fault) {
        assertThat(DayDialect.condition(values.of(expression), day)).isNull();
        assertThat(values.faults()).containsExactly(fault);
    }

    @Test
    void allUnknownNamesAreToldAtOnce() {
        DayDialect.condition(values.of("count('unknown') > 1 && score('unknown') > 1"), day);

        assertThat(values.faults()).hasSize(2);
    }
}
