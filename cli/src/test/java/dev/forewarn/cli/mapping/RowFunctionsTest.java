package dev.forewarn.cli.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forewarn.engine.document.Document;
import dev.forewarn.engine.document.Faults;
import dev.forewarn.engine.document.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each function over values as exports have them. */
class RowFunctionsTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Salt SALT = new Salt("sixteen bytes or more".getBytes(UTF_8));
    private static final Map<String, Map<String, String>> TABLES =
            Map.of("classes", Map.of("1", "class-1", "二", "class-2", "", "unknown"));

    private final RowLanguage language = new RowLanguage(CHICAGO, TABLES, SALT);

    @Test
    void dateIsTheStartOfADayInTheZone() {
        Instant expected = Instant.parse("2012-02-09T06:00:00Z");

        assertThat(instant("date('2012-02-09')")).isEqualTo(expected);
        assertThat(instant("date('2012/2/9')")).isEqualTo(expected);
        assertThat(instant("date('2012.2.9')")).isEqualTo(expected);
        assertThat(instant("date('20120209')")).isEqualTo(expected);
        assertThat(instant("date('2012年2月9日')")).isEqualTo(expected);
        assertThat(instant("date(' ２０１２－０２－０９ ')")).isEqualTo(expected);
        assertThat(instant("date('09/02/2012', 'dd/MM/yyyy')")).isEqualTo(expected);
        assertThat(instant("date('9 Feb 2012', 'd MMM yyyy')")).isEqualTo(expected);
    }

    @Test
    void dateThatIsNoDayIsRefused() {
        refusesInstant("date('2012-02-30')", "a date is a day of the calendar; got '2012-02-30'");
        refusesInstant("date('30/02/2012', 'dd/MM/yyyy')", "a date has the pattern dd/MM/yyyy; got '30/02/2012'");
        refusesInstant("date('soon')", "a date is written 2024-03-05");
        refusesInstant("date('2012-02/09')", "a date is written 2024-03-05");
    }

    @Test
    void instantHasAnOffsetOrTheZone() {
        assertThat(instant("instant('2012-02-09T06:30:00Z')")).isEqualTo(Instant.parse("2012-02-09T06:30:00Z"));
        assertThat(instant("instant('2012-02-09T14:30+08:00')")).isEqualTo(Instant.parse("2012-02-09T06:30:00Z"));
        assertThat(instant("instant('2012-02-09 00:30')")).isEqualTo(Instant.parse("2012-02-09T06:30:00Z"));
        assertThat(instant("instant('2012-02-09')")).isEqualTo(Instant.parse("2012-02-09T06:00:00Z"));
        assertThat(instant("instant('09.02.2012 00:30', 'dd.MM.yyyy HH:mm')"))
                .isEqualTo(Instant.parse("2012-02-09T06:30:00Z"));
        assertThat(instant("instant('09.02.2012', 'dd.MM.yyyy')")).isEqualTo(Instant.parse("2012-02-09T06:00:00Z"));
        refusesInstant("instant('2012-02-09 25:00')", "an instant is a date");
    }

    @Test
    void emptyTextIsNoInstantAndStaysNone() {
        assertThat(value("date('')", Kind.INSTANT)).isNull();
        assertThat(value("instant(' ')", Kind.INSTANT)).isNull();
        assertThat(value("date('', 'dd/MM/yyyy')", Kind.INSTANT)).isNull();
        assertThat(value("plus_days(date(''), 3)", Kind.INSTANT)).isNull();
        assertThat(value("latest(date(''), date(''))", Kind.INSTANT)).isNull();
        assertThat(value("row.x == '' ? null : date(row.x)", Kind.INSTANT)).isNull();
    }

    @Test
    void daysAndMonthsAreCalendarDaysAndMonths() {
        assertThat(instant("plus_days(date('2012-03-10'), 1)")).isEqualTo(Instant.parse("2012-03-11T06:00:00Z"));
        assertThat(instant("plus_days(date('2012-03-11'), 1)")).isEqualTo(Instant.parse("2012-03-12T05:00:00Z"));
        assertThat(instant("plus_days(date('2012-03-12'), -2)")).isEqualTo(Instant.parse("2012-03-10T06:00:00Z"));
        assertThat(instant("plus_months(date('2012-01-31'), 1)")).isEqualTo(Instant.parse("2012-02-29T06:00:00Z"));
        refusesInstant("plus_days(date('2012-01-31'), 1000000000)", "a span has at most 100000");
    }

    @Test
    void earliestAndLatestIgnoreNone() {
        assertThat(instant("earliest(date('2012-01-02'), date('2012-01-01'))"))
                .isEqualTo(Instant.parse("2012-01-01T06:00:00Z"));
        assertThat(instant("latest(date('2012-01-01'), date('2012-01-02'))"))
                .isEqualTo(Instant.parse("2012-01-02T06:00:00Z"));
        assertThat(instant("latest(date(''), date('2012-01-02'))")).isEqualTo(Instant.parse("2012-01-02T06:00:00Z"));
        assertThat(instant("earliest(date('2012-01-02'), date(''))")).isEqualTo(Instant.parse("2012-01-02T06:00:00Z"));
    }

    @Test
    void textsAreCleaned() {
        assertThat(text("trim('\\u3000 第二級\\u00a0 ')")).isEqualTo("第二級");
        assertThat(text("upper('class i') + lower('II')")).isEqualTo("CLASS Iii");
        assertThat(text("halfwidth('ＡＢ１２（％）')")).isEqualTo("AB12(%)");
        assertThat(text("halfwidth('第二級')")).isEqualTo("第二級");
        assertThat(text("'a b c'.replace(' ', '')")).isEqualTo("abc");
    }

    @Test
    void splitLeavesEmptyPartsOut() {
        assertThat(value("split('Drugs| Devices||', '|')", Kind.TEXTS)).isEqualTo(List.of("Drugs", "Devices"));
        assertThat(value("split('', '|')", Kind.TEXTS)).isEqualTo(List.of());
        assertThat(value("split('1|二|1', '|').map(c, lookup('classes', c))", Kind.TEXTS))
                .isEqualTo(List.of("class-1", "class-2"));
        refuses("split('a', '')[0]", "a separator has at least one character");
    }

    @Test
    void extractGivesTheFirstGroupOrAllOrNothing() {
        assertThat(text("extract('critical=2;serious=0', 'critical=(\\\\d+)')")).isEqualTo("2");
        assertThat(text("extract('lot 77', '[0-9]+')")).isEqualTo("77");
        assertThat(value("extract('none', '[0-9]+')", Kind.TEXT)).isNull();
        assertThat(value("extract('b', '(a)?b')", Kind.TEXT)).isNull();
    }

    @Test
    void firstNonemptySkipsBlanks() {
        assertThat(text("first_nonempty('', ' ', ' a ')")).isEqualTo("a");
        assertThat(text("first_nonempty(row.x, 'b')")).isEqualTo("b");
        assertThat(value("first_nonempty('', '')", Kind.TEXT)).isNull();
    }

    @Test
    void numbersMayHaveThousandsSeparators() {
        assertThat(value("number('1,250.5')", Kind.NUMBER)).isEqualTo(1250.5);
        assertThat(value("number('-３')", Kind.NUMBER)).isEqualTo(-3.0);
        assertThat(value("number('')", Kind.NUMBER)).isNull();
        assertThat(value("int('12')", Kind.NUMBER)).isEqualTo(12.0);
        assertThat(value("minor_units('1,250.5')", Kind.WHOLE)).isEqualTo(125_050L);
        assertThat(value("minor_units('')", Kind.WHOLE)).isNull();
        refuses("string(number('1,2'))", "a number is written like 12.5 or 1,250; got '1,2'");
        refuses("string(number('1e5'))", "a number is written");
        refuses("string(minor_units('0.001'))", "money has at most two decimals");
    }

    @Test
    void lookupRefusesWhatTheTableLacksUnlessToldOtherwise() {
        assertThat(text("lookup('classes', ' 二 ')")).isEqualTo("class-2");
        assertThat(text("lookup('classes', row.x)")).isEqualTo("unknown");
        assertThat(text("lookup('classes', '9', 'other')")).isEqualTo("other");
        refuses("lookup('classes', '9')", "the table 'classes' names every value; got '9'");
    }

    @Test
    void personsBecomeHashesThatDependOnTheSalt() {
        String hash = text("sha256_salted(' 王小明 ')");

        assertThat(hash).matches("[0-9a-f]{32}").isEqualTo(text("sha256_salted('王小明')"));
        assertThat(SALT.hash("王小明")).isEqualTo(hash);
        assertThat(new Salt("another secret of 16".getBytes(UTF_8)).hash("王小明")).isNotEqualTo(hash);
        assertThat(value("sha256_salted('')", Kind.TEXT)).isNull();
        assertThatThrownBy(() -> new Salt(new byte[15])).hasMessageContaining("at least 16 bytes; got 15");
    }

    @Test
    void failuresOfTheLanguageItselfAreReadable() {
        refuses("string(int(row.y))", "a number has digits only; got \"dirt\"");
    }

    private void refuses(String expression, String reason) {
        refuses(expression, Kind.TEXT, reason);
    }

    private void refusesInstant(String expression, String reason) {
        refuses(expression, Kind.INSTANT, reason);
    }

    private void refuses(String expression, Kind kind, String reason) {
        assertThatThrownBy(() -> value(expression, kind))
                .isInstanceOf(BadValue.class)
                .hasMessageContaining(reason);
    }

    private String text(String expression) {
        Object value = value(expression, Kind.TEXT);
        assertThat(value).isInstanceOf(String.class);
        return String.valueOf(value);
    }

    private @Nullable Object instant(String expression) {
        return value(expression, Kind.INSTANT);
    }

    private @Nullable Object value(String expression, Kind kind) {
        Faults faults = new Faults();
        Value value = Document.read("m.yaml", "x: |-\n  " + expression, faults).required("x");
        Expression compiled = language.compile(value, value.text(""), 0, kind, new ArrayList<>());
        assertThat(faults.sorted()).isEmpty();
        assertThat(compiled).isNotNull();
        return compiled.of(Map.of("x", "", "y", "dirt"));
    }
}
