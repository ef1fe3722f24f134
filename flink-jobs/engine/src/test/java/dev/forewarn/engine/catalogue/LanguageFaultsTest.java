package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.engine.document.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Faults of what readings, schemes and direct rules may say beside the simplest. */
class LanguageFaultsTest {

    private static final String MEASURES = """
                    measures:
                      m: {on: a.b, value: amount}
                      n: {on: a.b}
                    """;

    private static List<String> faultsOf(String text) {
        CatalogueReader.Result result = CatalogueReader.read(Map.of("a.yaml", text));
        assertThat(result).isInstanceOf(CatalogueReader.Faulty.class);
        return ((CatalogueReader.Faulty) result)
                .faults().stream().map(Fault::toString).toList();
    }

    @Test
    void allFaultsOfReadingsAreToldAtOnce() {
        assertThat(faultsOf(MEASURES + """
                        readings:
                          A: {read: count(m), window: {}, newest: 0}
                          B: {read: count(m), window: {minor: 3w}, take: max}
                          C: {read: late(m), window: 1y, per: subject, due: {after: 20d}}
                          D: {read: count(m), window: 1y, per: subject, take: count-of}
                          E: {read: count(m), window: 1y, per: subject, take: sum, at-least: 2}
                          F: {read: ratio(m), window: 1y}
                          G: {read: "count(m, n)", window: 1y}
                          H: {read: "ratio(m, n)", window: 1y, prior: {parts: 1}, at-least-facts: 0}
                          I: {read: burst(m), window: 1m, expect: {base: 1y, prior: -1}}
                          J: {read: burst(m), window: 7d, expect: {base: 365d, prior: 0.1, over: 365d}, table: [{expected: 2, count: 3}, {expected: 1, count: 4}]}
                          K: {read: days_to(m), due: {after: 1wd, before: 1wd}}
                          L: {read: missed_years(m), due: {month: 13, day: 1}, since: 2024, window: 1y}
                          M: {read: growth(n), window: 1y}
                          N: {read: reading(Z)}
                          O: {read: count(m), window: 1y, when: "count('m', '1y') > 0"}
                          P: {when: "score('general') > 3"}
                          Q: {read: count(m), window: 1y, expect: {}}
                          R: {read: pattern(m)}
                          R: {read: active(m)}
                          S: {read: excess(m), expect: {base: 365d, prior: 0.1, over: 365d}}
                        """))
                .containsExactly(
                        "a.yaml:5:31: 'window' names at least one severity; got none",
                        "a.yaml:5:43: 'newest' must be a whole number in [1, 1000]; got '0'",
                        "a.yaml:6:39: 'minor': a window is written like 90d, 6m, 3y, 1y6m or ever; got '3w'",
                        "a.yaml:6:44: 'take' makes one number of those of several subjects; 'per' is missing",
                        "a.yaml:7:39: 'late' is not worked out for each subject; got a 'per'",
                        "a.yaml:7:61: 'after' must be a number of working days like 20wd; got '20d'",
                        "a.yaml:8:6: the key 'at-least' is required; it is missing here",
                        "a.yaml:9:70: 'at-least' says from which number on a subject counts; it belongs to"
                                + " 'take: count-of'",
                        "a.yaml:10:13: 'ratio' names two measures: the part and the whole, such as"
                                + " ratio(failed, inspection)",
                        "a.yaml:11:13: 'count' names one measure; got two",
                        "a.yaml:12:48: unknown key 'parts'; did you mean 'part'?",
                        "a.yaml:12:75: 'at-least-facts' must be a whole number in [1, 1000]; got '0'",
                        "a.yaml:13:6: the key 'table' is required; it is missing here",
                        "a.yaml:13:31: 'window' of 'burst' is a number of days, such as 7d; got 1m",
                        "a.yaml:13:43: the key 'over' is required; it is missing here",
                        "a.yaml:13:50: 'base' is a number of days, such as 365d; got 1y",
                        "a.yaml:13:61: 'prior' must be a number with at most four places in [0, 100000]; got" + " '-1'",
                        "a.yaml:14:125: the rows of 'table' ascend; got 1 after 2",
                        "a.yaml:15:30: 'due' says one of 'after' and 'before', such as {after: 20wd}",
                        "a.yaml:16:43: 'month' must be a whole number in [1, 12]; got '13'",
                        "a.yaml:16:69: a yearly duty looks back as many years as 'most' says; 'window' does"
                                + " not apply",
                        "a.yaml:17:13: 'growth' reads the value of a measure; measure 'n' has no 'value'",
                        "a.yaml:18:13: unknown reading 'Z'; known are A, B, C, D, E, F, G, H, I, J, K, L, M",
                        "a.yaml:19:7: an indicator has 'read' or 'when', not both",
                        "a.yaml:19:23: unknown key 'window'; known are when",
                        "a.yaml:20:20: 'when': unknown domain 'general'; none are known here",
                        "a.yaml:21:35: unknown key 'expect'; known are decay, newest, per, read,"
                                + " until-ended, window",
                        "a.yaml:22:13: unknown aggregate 'pattern'; known are active, burst, count,"
                                + " days_since, days_to, distinct, excess, growth, last, late, max, min, missed_days, missed_years, overdue_days, ratio, sum",
                        "a.yaml:23:3: a key stands once; got 'R' again after line 22",
                        "a.yaml:24:6: the key 'window' is required; it is missing here");
    }

    @Test
    void allFaultsOfPatternsInACircleAreToldAtOnce() {
        assertThat(faultsOf(MEASURES + """
                        readings:
                          A: {when: "reading('B') > 0"}
                          B: {when: "reading('C') > 0"}
                          C: {when: "reading('A') > 0 || active('m')"}
                          D: {when: "reading('D') > 0"}
                          E: {when: "reading('A') > 0"}
                        """))
                .containsExactly(
                        "a.yaml:5:13: patterns look at each other in a circle: A → B → C → A",
                        "a.yaml:6:13: patterns look at each other in a circle: B → C → A → B",
                        "a.yaml:7:13: patterns look at each other in a circle: C → A → B → C",
                        "a.yaml:8:13: patterns look at each other in a circle: D → D");
    }

    @Test
    void allFaultsOfSchemesAreToldAtOnce() {
        assertThat(faultsOf(MEASURES + """
                        scheme: drug
                        name: a
                        combine: additive
                        scale: 100
                        applies: "amount >"
                        classes: [{class: A, below: 31}, {class: B}]
                        target-mix: {A: 101, E: 1}
                        fusion: {mode: matrix, matrix: [[A, B], [A, X]], alpha: 2}
                        groups: {G1: {name: a, parent: G2}, G2: {name: b}}
                        indicators:
                          I: {name: a, read: active(m), group: G9, applies: "attr('x')", points: {of-value: 101}}
                        mitigation:
                          M1: {name: a, read: active(m)}
                          M2: {name: a, read: active(m), take-off: {}, floor: 101}
                          M3: {name: a, read: active(m), take-off: {share: 1.5}}
                        direct:
                          D1: {name: a, when: "score('drug') > 3", effect: {set: A}}
                          D2: {name: a, when: "active('m')", effect: {}}
                          D3: {name: a, when: "active('m')", effect: {set: A, lift: 1}}
                          D4: {name: a, when: "active('m')", effect: {floor: X}}
                          D5: {name: a, effect: {shift: 0, cap: B, top: 1}}
                        """))
                .containsExactly(
                        "a.yaml:8:19: 'applies': the expression ends too early",
                        "a.yaml:10:17: 'A' must be a number with at most four places in [0, 100]; got '101'",
                        "a.yaml:10:25: unknown class 'E'; known are A, B",
                        "a.yaml:11:45: each item of 'matrix' must be one of A, B; got 'X'",
                        "a.yaml:11:57: 'alpha' must be a number with at most four places in [0, 1]; got '2'",
                        "a.yaml:12:32: the group above stands before those in it; there is no 'G2' yet",
                        "a.yaml:14:40: unknown group 'G9'; did you mean 'G1'?",
                        "a.yaml:14:53: 'applies' must be a condition; this expression gives a text",
                        "a.yaml:14:85: 'of-value' must be a whole number in [1, 100]; got '101'",
                        "a.yaml:16:7: the key 'take-off' is required; it is missing here",
                        "a.yaml:17:44: 'take-off' says a 'share' of the score or a number of 'points'; got" + " none",
                        "a.yaml:17:55: 'floor' must be a whole number in [0, 100]; got '101'",
                        "a.yaml:18:52: 'share' must be a number with at most four places in [0.0001, 1]; got"
                                + " '1.5'",
                        "a.yaml:20:23: 'when' looks at readings only here, since scores and classes rest on" + " it",
                        "a.yaml:21:46: 'effect' is one of set, floor, shift and lift, such as {floor: C};"
                                + " got none",
                        "a.yaml:22:46: 'effect' is one of set, floor, shift and lift, such as {floor: C};"
                                + " got set, lift",
                        "a.yaml:23:54: 'floor' must be one of A, B; got 'X'",
                        "a.yaml:24:7: the key 'when' is required; it is missing here",
                        "a.yaml:24:33: 'shift' must be a whole number in [1, 32]; got '0'",
                        "a.yaml:24:44: unknown key 'top'; known are cap, floor, lift, set, shift");
    }

    @Test
    void allFaultsOfValuesByCategoryAreToldAtOnce() {
        assertThat(faultsOf("""
                        measures:
                          a: {on: a.b, value: {by: amount, of: {x: 1}}}
                          b: {on: a.b, value: {by: "attr('x')", of: {}, others: 1}}
                          c: {on: a.b, value: {of: {x: 1.23456}}}
                        """))
                .containsExactly(
                        "a.yaml:2:28: 'by' must be a text; this expression gives a number",
                        "a.yaml:3:45: 'of' names at least one word; got none",
                        "a.yaml:3:49: unknown key 'others'; did you mean 'other'?",
                        "a.yaml:4:23: the key 'by' is required; it is missing here",
                        "a.yaml:4:32: 'x' must be a number with at most four places in"
                                + " [-230584300921369.3951, 230584300921369.3951]; got '1.23456'");
    }

    @Test
    void idThatStandsTwiceInASchemeIsTold() {
        assertThat(faultsOf(MEASURES + """
                        scheme: drug
                        name: a
                        classes: [{class: A}]
                        mitigation:
                          I: {name: a, read: active(m), take-off: {points: 1}}
                        indicators:
                          I: {name: a, read: active(m), points: {when-true: 1}}
                          J: {name: a, read: active(m), points: {when-true: 1}}
                          J: {name: a, read: missed_days(m), due: {month: 6, day: 30}, points: {when-true: 1}}
                        """))
                .containsExactly(
                        "a.yaml:8:3: each id stands once among the indicators and mitigations of a scheme; got 'I' again"
                                + " after a.yaml:10:3",
                        "a.yaml:12:3: a key stands once; got 'J' again after line 11");
    }

    @Test
    void dutyWithoutAFirstYearIsTold() {
        assertThat(faultsOf(MEASURES + "readings: {A: {read: missed_days(m), due: {month: 6, day: 30}}}\n"))
                .containsExactly("a.yaml:4:15: the key 'since' is required; it is missing here");
    }

    @Test
    void conditionsOnProfilesCountAmongThoseOfItsType() {
        StringBuilder text =
                new StringBuilder(MEASURES + "scheme: general\nname: a\nclasses: [{class: A}]\nindicators:\n");
        for (int i = 1; i <= 49; i++) {
            text.append("  I" + i + ": {name: a, read: active(m), applies: \"attr('x') == '" + i
                    + "'\", points: {when-true: 1}}\n");
        }
        assertThat(faultsOf(text.toString()))
                .containsExactly("a.yaml:56:44: facts of one type are asked at most 48 different conditions by"
                        + " measures and triggers; this is one more for 'entity.profile'");
    }

    @Test
    void generalSchemeHasNoFusion() {
        assertThat(faultsOf("scheme: general\nname: a\nclasses: [{class: A}]\nindicators: {}\nfusion: overlay\n"))
                .containsExactly("a.yaml:5:9: the general scheme is what the others are fused with; it has no"
                        + " 'fusion' of its own");
    }

    @Test
    void conditionsThatDoNotTypeCheckOrAreTooDeepOrTooLongAreTold() {
        String deep = "(".repeat(40) + "true" + ")".repeat(40);
        String many = "true" + " || true".repeat(300);
        assertThat(faultsOf(MEASURES + "rules:\n"
                        + "  A: {kind: condition, name: a, level: red, when: \"count('m', '1y') && true\"}\n"
                        + "  B: {kind: condition, name: a, level: red, when: \"" + deep + "\"}\n"
                        + "  D: {kind: condition, name: a, level: red, when: \"" + many + "\"}\n"
                        + "  E: {kind: condition, name: a, level: red, when: \"count('m', '1y')\"}\n"))
                .containsExactly(
                        "a.yaml:5:69: 'when': '&&' cannot be applied to a number and a condition;"
                                + " active('x') is a condition, active_count('x') a number",
                        "a.yaml:6:52: 'when': Expression recursion limit exceeded. limit: 24",
                        "a.yaml:7:51: 'when' has at most 2000 characters; got 2404",
                        "a.yaml:8:51: 'when' must be a condition; this expression gives a number");
    }

    @Test
    void documentThatUnfoldsWithoutEndIsRefused() {
        StringBuilder bomb = new StringBuilder("x0: &x0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("x" + i + ": &x" + i + " [" + ("*x" + (i - 1) + ", ").repeat(9) + "*x" + (i - 1) + "]\n");
        }
        assertThat(faultsOf(bomb.toString()))
                .containsExactly("a.yaml:5:45: a document has at most 100000 values, aliases written out; here it has"
                        + " more");
    }
}
