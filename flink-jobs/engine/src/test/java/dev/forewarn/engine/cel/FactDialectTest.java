package dev.forewarn.engine.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.fact.Comparison;
import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.fact.TextTerm;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactDialectTest {

    private final Values values = new Values();

    private FactCondition condition(String expression) {
        FactDialect.RowCondition row = FactDialect.condition(values.of(expression));
        assertThat(values.faults()).isEmpty();
        return Objects.requireNonNull(row).condition();
    }

    private List<String> faultsOf(String expression) {
        assertThat(FactDialect.condition(values.of(expression))).isNull();
        return values.faults();
    }

    private static FactCondition severityIs(String... words) {
        return new FactCondition.TextIn(TextTerm.of(TextTerm.Kind.SEVERITY), Set.of(words));
    }

    private static FactCondition unitsAre(Comparison comparison, long constant) {
        return new FactCondition.NumberIs(NumberTerm.number("units"), comparison, constant);
    }

    @Test
    void comparisonsWithConstantsBecomeTrees() {
        assertThat(condition("severity == 'serious'")).isEqualTo(severityIs("serious"));
        assertThat(condition("'serious' == severity")).isEqualTo(severityIs("serious"));
        assertThat(condition("severity != 'serious'")).isEqualTo(new FactCondition.Not(severityIs("serious")));
        assertThat(condition("severity in ['a', 'b']")).isEqualTo(severityIs("a", "b"));
        assertThat(condition("num('units') >= 2")).isEqualTo(unitsAre(Comparison.AT_LEAST, 20_000));
        assertThat(condition("2.5 < num('units')")).isEqualTo(unitsAre(Comparison.MORE, 25_000));
        assertThat(condition("num('units') == -1")).isEqualTo(unitsAre(Comparison.EQUAL, -10_000));
        assertThat(condition("num('units') != 0.0001")).isEqualTo(unitsAre(Comparison.NOT_EQUAL, 1));
        assertThat(condition("amount <= 1e3"))
                .isEqualTo(new FactCondition.NumberIs(NumberTerm.AMOUNT, Comparison.AT_MOST, 10_000_000));
        assertThat(condition("num('units') in [1, 2]"))
                .isEqualTo(new FactCondition.Any(
                        List.of(unitsAre(Comparison.EQUAL, 10_000), unitsAre(Comparison.EQUAL, 20_000))));
        assertThat(condition("attr('kind') == ''"))
                .isEqualTo(new FactCondition.TextIn(TextTerm.attribute("kind"), Set.of("")));
    }

    @Test
    void connectivesBecomeTreesWithFlatChains() {
        FactCondition a = severityIs("a");
        FactCondition b = severityIs("b");
        FactCondition c = severityIs("c");

        assertThat(condition("true")).isEqualTo(FactCondition.ALWAYS);
        assertThat(condition("false")).isEqualTo(new FactCondition.Any(List.of()));
        assertThat(condition("severity == 'a' && severity == 'b' && severity == 'c'"))
                .isEqualTo(new FactCondition.All(List.of(a, b, c)));
        assertThat(condition("severity == 'a' || !(severity == 'b' && severity == 'c')"))
                .isEqualTo(
                        new FactCondition.Any(List.of(a, new FactCondition.Not(new FactCondition.All(List.of(b, c))))));
    }

    @Test
    void onlyThePartThatTreesCannotSayRunsAsCel() {
        FactCondition condition = condition("severity == 'a' && attr('kind').startsWith('x')");

        assertThat(condition).isInstanceOf(FactCondition.All.class);
        List<FactCondition> parts = ((FactCondition.All) condition).parts();
        assertThat(parts.get(0)).isEqualTo(severityIs("a"));
        assertThat(parts.get(1)).isInstanceOf(FactCondition.Opaque.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attr('kind').startsWith('dru') | true",
                "attr('kind').matches('^d.*g$') | true",
                "attr('none').contains('x') | false",
                "has_attr('kind') && !has_attr('none') | true",
                "has_num('units') && !has_num('none') | true",
                "num('units') / num('boxes') > 2.4 | true",
                "num('units') * 2 == 10 | true",
                "num('units') / num('zero') > 1 | false",
                "num('none') + 1 != 3 | false",
                "!(num('none') + 1 > 3) | true",
                "num('units') > num('boxes') | true",
                "(severity == 'serious' ? num('units') : num('boxes')) == 5 | true",
                "['a', 'dr'].exists(head, attr('kind').startsWith(head)) | true",
                "size(attr('kind')) == 4 | true",
                "double(attr('text')) > 1 | false",
                "!(double(attr('text')) > 1) | true",
                "int('7') / 0 > 1 | false",
                "subject == record_key | false",
                "severity < 'z' | true"
            })
    void opaqueConditionsAreEvaluated(String expression, boolean expected) {
        Fact fact = Facts.with(event -> {
            event.severity = "serious";
            event.attributes.put("kind", "drug");
            event.attributes.put("text", "abc");
            event.numbers.put("units", 50_000L);
            event.numbers.put("boxes", 20_000L);
            event.numbers.put("zero", 0L);
        });

        assertThat(condition(expression).test(fact)).isEqualTo(expected);
    }

    @Test
    void everyAttributeAndNumberThatIsReadIsNamed() {
        FactDialect.RowCondition row = FactDialect.condition(values.of(
                "attr('a') == 'x' || ['q'].exists(w, attr('b') == w) || (num('c') > num('d') && has_attr('e'))"));

        assertThat(Objects.requireNonNull(row).reads()).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    }

    @Test
    void equalOpaqueConditionsAreEqual() {
        FactCondition first = condition("attr('kind').startsWith('x')");

        assertThat(condition("attr('kind').startsWith('x')")).isEqualTo(first).hasSameHashCodeAs(first);
        assertThat(condition("attr('kind').startsWith('y')")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sevrity == 'a' | a.yaml:1:8: 'when': unknown name 'sevrity'; did you mean 'severity'?",
                "severity == 3 | a.yaml:1:17: 'when': '==' cannot be applied to a text and a number; attr('x') is a text, num('x') a number",
                "severity == | a.yaml:1:19: 'when': the expression ends too early",
                "attr('x') = 'a' and amount > 3 | a.yaml:1:18: 'when': unexpected '='; did you mean '=='?",
                "attr('x') == 'a' and amount > 3 | a.yaml:1:25: 'when': unexpected 'and'; did you mean '&&'?",
                "attr('x') == “a” | a.yaml:1:21: 'when': unexpected '“'; did you mean \"'\"?",
                "(amount > 3 | a.yaml:1:19: 'when': ')' is missing at the end",
                "attr.x == 'a' | a.yaml:1:8: 'when': 'attr' is a function, used like attr('x')",
                "amount >= 10,000 | a.yaml:1:20: 'when': unexpected ','",
                "amount && true | a.yaml:1:15: 'when': '&&' cannot be applied to a number and a condition",
                "severity in ['a', 3] | a.yaml:1:20: 'when': a list holds texts or numbers, not both",
                "severity | a.yaml:1:7: 'when' must be a condition; this expression gives a text",
                "attr(severity) == 'a' | a.yaml:1:13: 'when': 'attr' takes names in quotes, such as 'x'",
                "attr() == 'a' | a.yaml:1:12: 'when': 'attr' needs a name in quotes, such as attr('x')",
                "amount > 0.00001 | a.yaml:1:17: 'when': a number has at most four places; got 0.000010",
                "amount > 1e15 | a.yaml:1:17: 'when': a number lies within ±230584300921369.3951; got 1000000000000000",
                "severity.matches('(') | a.yaml:1:25: 'when': the pattern of 'matches' must be a regular expression; error"
                        + " parsing regexp: missing closing ): `(`",
                "severity.matches(subject) | a.yaml:1:25: 'when': the pattern of 'matches' must be written out",
                "['a'].all(a, ['b'].all(b, a == b)) | a.yaml:1:30: 'when': 'exists' and 'all' do not nest; here one stands in"
                        + " another",
                "'' | a.yaml:1:7: 'when' must be an expression; it is empty",
                "timestamp('2020-01-01T00:00:00Z') == 1 | a.yaml:1:17: 'when': unknown name 'timestamp'; known are amount, attr"
            })
    void faultsSayWhatAndWhere(String expression, String fault) {
        assertThat(faultsOf(expression)).first().asString().startsWith(fault);
    }

    @Test
    void faultsThatFollowFromAnotherAreNotTold() {
        assertThat(faultsOf("attr('x') == 'a")).hasSize(1).first().asString().endsWith("has no closing quote");
    }

    @Test
    void faultsInBlocksOfTextAreFoundOnTheirLine() {
        FactDialect.condition(values.ofLines("severity == 'a' &&", "  (subjct == 'b')"));

        assertThat(values.faults())
                .containsExactly("a.yaml:3:6: 'when': unknown name 'subjct'; did you mean 'subject'?");
    }

    @Test
    void boundsOfLengthAndDepthAreFaults() {
        String longest = "'" + "x".repeat(Dialect.LONGEST - 6) + "'==''";
        assertThat(FactDialect.condition(values.of(longest))).isNotNull();
        assertThat(FactDialect.condition(values.of(longest + " "))).isNull();
        assertThat(FactDialect.condition(values.of("(".repeat(30) + "true" + ")".repeat(30))))
                .isNull();
        assertThat(values.faults()).hasSize(2);
        assertThat(values.faults().toString())
                .contains("has at most 2000 characters; got 2001", "recursion limit exceeded. limit: 24");
    }

    @ParameterizedTest
    @CsvSource({"1+, 1 > 0, 990", "!, true, 1990", "-, 1 > 0, 1990", "true ?, true : false, 200", "true && , true, 280"
    })
    void longChainsAreReadOrRefused(String link, String end, int links) {
        FactDialect.RowCondition row = FactDialect.condition(values.of(link.repeat(links) + end));

        assertThat(row == null).isEqualTo(!values.faults().isEmpty());
    }

    @Test
    void bareTermsAreReadAsTerms() {
        assertThat(FactDialect.number(values.of("amount"))).isEqualTo(NumberTerm.AMOUNT);
        assertThat(FactDialect.number(values.of("num('units')"))).isEqualTo(NumberTerm.number("units"));
        assertThat(FactDialect.text(values.of("attr('batch')"))).isEqualTo(TextTerm.attribute("batch"));
        assertThat(FactDialect.text(values.of("record_key"))).isEqualTo(TextTerm.of(TextTerm.Kind.RECORD_KEY));
        assertThat(FactDialect.number(values.of("num('units') + 1.5"))).isNull();
        assertThat(FactDialect.text(values.of("amount"))).isNull();
        assertThat(values.faults())
                .containsExactly(
                        "a.yaml:1:7: 'when' must be a text; this expression gives a number",
                        "a.yaml:1:21: 'when': only 'amount' or a number such as num('x') can stand here, without operators; got an"
                                + " expression");
    }
}
