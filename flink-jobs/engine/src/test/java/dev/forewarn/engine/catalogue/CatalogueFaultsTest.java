package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.engine.document.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueFaultsTest {

    private static List<String> faultsOf(Map<String, String> files) {
        CatalogueReader.Result result = CatalogueReader.read(files);
        assertThat(result).isInstanceOf(CatalogueReader.Faulty.class);
        return ((CatalogueReader.Faulty) result)
                .faults().stream().map(Fault::toString).toList();
    }

    private static List<String> faultsOf(String text) {
        return faultsOf(Map.of("a.yaml", text));
    }

    @Test
    void allFaultsOfMeasuresAndSettingsAreToldAtOnce() {
        assertThat(faultsOf("""
                        settings: {zone: Mars/Olympus, correction-horizon: 2y, horizon: 3}
                        measures:
                          Penalty: {on: penalty.decided}
                          empty: {on: []}
                          shout: {on: PENALTY}
                          twice: {on: [a.b, a.b]}
                          self: {on: a.b, ends: [a.b]}
                          match: {on: a.b, match: all}
                          where: {on: a.b, where: "attr('x' = 'y'", value: "amount * 2", subject: amount}
                          other: {no: a.b, windw: 3}
                          list: [a]
                        rule: {}
                        """))
                .containsExactly(
                        "a.yaml:1:18: 'zone' must be a time zone such as Asia/Shanghai; got 'Mars/Olympus'",
                        "a.yaml:1:52: 'correction-horizon' must be a number of days in [1d, 4000d]; got '2y'",
                        "a.yaml:1:56: unknown key 'horizon'; known are baseline, correction-horizon, zone",
                        "a.yaml:3:3: the name of a measure is in lower case, with digits, _ and -; got 'Penalty'",
                        "a.yaml:4:15: 'on' names at least one type of facts; got an empty list",
                        "a.yaml:5:15: 'on' must be a type of facts: dotted lower case, such as penalty.decided; got"
                                + " 'PENALTY'",
                        "a.yaml:6:21: each type stands once; got 'a.b' again",
                        "a.yaml:7:25: a type of facts cannot end itself; got 'a.b' in 'on' and in 'ends'",
                        "a.yaml:8:27: 'match' says which ending ends which fact; this measure has no 'ends'",
                        "a.yaml:9:37: 'where': unexpected '='; did you mean '=='?",
                        "a.yaml:9:60: 'value': only 'amount' or a number such as num('x') can stand here, without operators;"
                                + " got an expression",
                        "a.yaml:9:75: 'subject' must be a text; this expression gives a number",
                        "a.yaml:10:10: the key 'on' is required; it is missing here",
                        "a.yaml:10:11: unknown key 'no'; did you mean 'on'?",
                        "a.yaml:10:20: unknown key 'windw'; known are ends, match, on, subject, value, where",
                        "a.yaml:11:9: 'list' must be a mapping; got a list",
                        "a.yaml:12:1: unknown key 'rule'; did you mean 'rules'?");
    }

    @Test
    void allFaultsOfASchemeAreToldAtOnce() {
        assertThat(faultsOf("""
                        measures:
                          penalty: {on: penalty.decided}
                        scheme: General
                        name: {zh: 通用}
                        combine: noisy
                        scale: 100
                        fusion: matrix
                        classes: [{class: A, below: 300}, {class: B, below: 200}, {class: A, below: 400}, {class: C D, below: 1}]
                        indicators:
                          G1: {name: a, read: count(penalti), window: 3y, points: {each: 1000, cap: 0}}
                          G2: {name: a, read: sum(penalty), window: 3y, points: {when-true: 999}}
                          G3: {name: a, read: counts(penalty), window: 3y, points: {bands: [{from: 2, points: 1}, {from: 2, points: 2}]}}
                          G4: {name: a, read: count(penalty), decay: {2y: 1.0, 1y: 0.5}, points: {each: 1}}
                          G5: {name: a, read: active(penalty), decay: {1y: 1.5, 2y: 0}, points: {}}
                          G6: {name: a, read: count(penalty), points: {when-true: 1}}
                          G7: {name: a, read: count(penalty), window: 2y, decay: {1y: 1}, points: {when-true: 1}}
                          G8: {name: a, read: penalty, points: {bands: []}, windows: 1y}
                          8G: {}
                        """))
                .containsExactly(
                        "a.yaml:3:9: 'scheme' must be a domain: lower case, words joined by -; got 'General'",
                        "a.yaml:4:7: the key 'en' is required; it is missing here",
                        "a.yaml:5:10: 'combine' must be one of additive, noisy-or; got 'noisy'; did you mean"
                                + " 'noisy-or'?",
                        "a.yaml:6:8: 'scale' must be 1000 where 'combine' is noisy-or; got 100",
                        "a.yaml:7:9: the tables of mode 'matrix' fit other numbers of classes; here are 3 of its own"
                                + " and 3 general ones",
                        "a.yaml:8:53: the upper ends of classes ascend; got 200 after 300",
                        "a.yaml:8:67: each class stands once; got 'A' again",
                        "a.yaml:8:91: 'class' must be the label of a class: 1 to 16 characters without spaces; got 'C D'",
                        "a.yaml:8:103: the last class has no 'below', since it takes all that is left; got one",
                        "a.yaml:10:23: unknown measure 'penalti'; did you mean 'penalty'?",
                        "a.yaml:10:66: 'each' must be a whole number in [0, 999]; got '1000'",
                        "a.yaml:10:77: 'cap' must be a whole number in [1, 1000]; got '0'",
                        "a.yaml:11:23: 'sum' reads the value of a measure; measure 'penalty' has no 'value'",
                        "a.yaml:12:23: unknown aggregate 'counts'; did you mean 'count'?",
                        "a.yaml:12:98: the lower ends of bands ascend; got 2 after 2",
                        "a.yaml:13:60: the steps of 'decay' ascend; got 1y after 2y",
                        "a.yaml:13:74: the key 'cap' is required; it is missing here",
                        "a.yaml:14:47: 'active' does not decay; got a 'decay'",
                        "a.yaml:14:52: '1y' must be a number with at most four places in [0.0001, 1]; got '1.5'",
                        "a.yaml:14:61: '2y' must be a number with at most four places in [0.0001, 1]; got '0'",
                        "a.yaml:14:73: 'points' are given by 'each', by 'bands', by 'when-true' or by 'of-value';"
                                + " got none of them",
                        "a.yaml:15:23: 'count' needs a window, since it would otherwise keep every fact for ever; got none"
                                + " for measure 'penalty'",
                        "a.yaml:16:47: 'window' is the last step of 'decay', or left out; got 2y beside a last step of 1y",
                        "a.yaml:17:23: 'read' must be like count(measure); got 'penalty'",
                        "a.yaml:17:48: 'bands' has at least one band; got an empty list",
                        "a.yaml:17:53: unknown key 'windows'; did you mean 'window'?",
                        "a.yaml:18:3: an id begins with a letter and has letters, digits, dots, _ and -, at most 64; got"
                                + " '8G'",
                        "a.yaml:18:7: the key 'name' is required; it is missing here",
                        "a.yaml:18:7: the key 'points' is required; it is missing here",
                        "a.yaml:18:7: the key 'read' is required; it is missing here");
    }

    @Test
    void allFaultsOfRulesAreToldAtOnce() {
        assertThat(faultsOf("""
                        measures:
                          penalty: {on: penalty.decided}
                        scheme: general
                        name: general
                        classes: [{class: A, below: 300}, {class: D}]
                        indicators: {G1: {name: a, read: count(penalty), window: 3y, points: {when-true: 1}}}
                        rules:
                          R1: {kind: crosing, name: a}
                          R2: {kind: crossing, name: a, domains: [general, drug], levels: {E: red, D: pink}, clear-margin: 1000}
                          R3: {kind: crossing, name: a, domain: general, levels: {}}
                          R4: {kind: trigger, name: a, on: penalty.decided, level: [], live-for: 3w, dwell: 3m}
                          R5: {kind: trigger, name: a, on: penalty.decided, level: [{level: red}, {level: blue, when: "seveity == ''"}]}
                          R6: {kind: condition, name: a, when: "count('penalty') > 1", level: red}
                          R7: {kind: condition, name: a, when: "class_at_least('general', 'B') && score('food') > 3", level: red}
                          R8: {kind: condition, name: a, when: "reading('G2') > 1.00001", route: food, family: remind}
                          R9: [trigger]
                        """))
                .containsExactly(
                        "a.yaml:8:14: 'kind' must be one of crossing, projection, trigger, condition; got 'crosing'; did"
                                + " you mean 'crossing'?",
                        "a.yaml:9:52: unknown domain 'drug'; known are general",
                        "a.yaml:9:68: unknown class 'E' of the watched domains; known are A, D",
                        "a.yaml:9:79: 'D' must be one of blue, yellow, orange, red; got 'pink'",
                        "a.yaml:9:100: 'clear-margin' must be a whole number in [0, 999]; got '1000'",
                        "a.yaml:10:33: unknown key 'domain'; did you mean 'domains'?",
                        "a.yaml:10:58: 'levels' names at least one class; got none",
                        "a.yaml:11:60: 'level' has at least one level; got an empty list",
                        "a.yaml:11:74: 'live-for': a window is written like 90d, 6m, 3y, 1y6m or ever; got '3w'",
                        "a.yaml:11:85: 'dwell' must be a duration like 3d, 12h, 90min or 30s; got '3m'",
                        "a.yaml:12:61: a level without 'when' takes all that is left, so it stands last; more follow",
                        "a.yaml:12:96: 'when': unknown name 'seveity'; did you mean 'severity'?",
                        "a.yaml:13:47: 'when': 'count' needs a window, since it would otherwise keep every fact for ever;"
                                + " got none for measure 'penalty'",
                        "a.yaml:14:67: 'when': unknown class 'B' of domain 'general'; known are A, D",
                        "a.yaml:14:81: 'when': unknown domain 'food'; known are general",
                        "a.yaml:15:7: the key 'level' is required; it is missing here",
                        "a.yaml:15:57: 'when': a number has at most four places; got 1.00001",
                        "a.yaml:15:74: unknown domain 'food'; known are general",
                        "a.yaml:15:88: 'family' must be one of lead, reminder; got 'remind'; did you mean 'reminder'?",
                        "a.yaml:16:7: 'R9' must be a mapping; got a list");
    }

    @Test
    void namesThatStandTwiceInDifferentFilesAreFaults() {
        String scheme = "name: a\nclasses: [{class: A}]\nindicators: {}\n";
        String both =
                "settings: {}\nmeasures: {m: {on: a.b}}\nrules: {R: {kind: trigger, name: a, on: a.b, level: red}}\n";

        assertThat(faultsOf(
                        Map.of("a.yaml", both + "scheme: drug\n" + scheme, "b.yaml", both + "scheme: drug\n" + scheme)))
                .containsExactly(
                        "b.yaml:1:11: a catalogue has 'settings' once; here they stand again",
                        "b.yaml:2:12: each measure stands once in a catalogue; got 'm' again after a.yaml:2:12",
                        "b.yaml:3:9: each rule stands once in a catalogue; got 'R' again after a.yaml:3:9",
                        "b.yaml:4:9: each domain has one scheme; got 'drug' again after a.yaml:4:9");
    }

    @Test
    void indicatorThatSeveralSchemesHaveMustBeNamedWithItsDomain() {
        String scheme = """
                        name: a
                        classes: [{class: A}]
                        indicators:
                          X: {name: a, read: count(m), window: 1y, points: {when-true: 1}}
                        """;
        String rule =
                "rules: {R: {kind: condition, name: a, when: \"reading('X') > reading('drug/X')\", level: red}}\n";

        assertThat(faultsOf(Map.of(
                        "a.yaml", "measures: {m: {on: a.b}}\nscheme: general\n" + scheme,
                        "b.yaml", rule + "scheme: drug\n" + scheme)))
                .containsExactly(
                        "b.yaml:1:54: 'when': several schemes have an indicator 'X'; name one of drug/X, general/X");
    }

    @Test
    void moreConditionsOnATypeThanThereAreBitsAreAFault() {
        StringBuilder measures = new StringBuilder("measures:\n");
        for (int i = 1; i <= 48; i++) {
            measures.append("  m" + i + ": {on: a.b, where: \"attr('x') == '" + i + "'\"}\n");
            measures.append("  n" + i + ": {on: a.b, where: \"attr('x') == '" + i + "'\"}\n");
        }
        String trigger = "rules: {R: {kind: trigger, name: a, on: a.b, level: red}}\n";

        assertThat(faultsOf(measures + trigger))
                .containsExactly(
                        "a.yaml:98:41: facts of one type are asked at most 48 different conditions by measures and"
                                + " triggers; this is one more for 'a.b'");
    }

    @Test
    void moreSchemesThanThereAreBitsAreAFault() {
        Map<String, String> files = new java.util.TreeMap<>();
        for (int i = 10; i < 27; i++) {
            files.put(i + ".yaml", "scheme: d" + i + "\nname: a\nclasses: [{class: A}]\nindicators: {}\n");
        }

        assertThat(faultsOf(files))
                .containsExactly("26.yaml:1:9: a catalogue has at most 16 schemes; this is one more");
    }

    @Test
    void catalogueThatSaysNothingIsAFault() {
        assertThat(faultsOf(Map.of()))
                .containsExactly("catalogue:1:1: a catalogue has at least one scheme or rule; found no .yaml file");
        assertThat(faultsOf("measures: {m: {on: a.b}}"))
                .containsExactly("catalogue:1:1: a catalogue has at least one scheme or rule; found none in a.yaml");
    }

    @Test
    void partsOfASchemeWithoutItsDomainAreAFault() {
        assertThat(faultsOf("name: a\nclasses: [{class: A}]\nindicators: {}\n"))
                .containsExactly("a.yaml:1:1: the key 'scheme' is required; it is missing here");
    }

    @Test
    void folderThatDoesNotExistIsAFault() {
        CatalogueReader.Result result = CatalogueReader.read(Path.of("no/such/folder"));

        assertThat(((CatalogueReader.Faulty) result).faults()).hasSize(1);
    }

    @Test
    void catalogueTooLargeForOneMessageIsAFault() {
        String filling = "# " + "x".repeat(500_000) + "\n";

        assertThat(faultsOf(Map.of("a.yaml", filling, "b.yaml", filling)).get(0))
                .startsWith("catalogue:1:1: a catalogue has at most 900000 bytes in all its files; got 1000");
    }
}
