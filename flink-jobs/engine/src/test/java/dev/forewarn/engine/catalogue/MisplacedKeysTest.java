package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.engine.document.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in the wrong kind of rule, texts that lack quotes, and folders that are none. */
class MisplacedKeysTest {

    private static List<String> faultsOf(CatalogueReader.Result result) {
        return ((CatalogueReader.Faulty) result)
                .faults().stream().map(Fault::toString).toList();
    }

    private static List<String> faultsOf(String text) {
        return faultsOf(CatalogueReader.read(Map.of("a.yaml", text)));
    }

    @Test
    void keyOfAnotherKindOfRuleIsToldWhereItBelongs() {
        assertThat(faultsOf("""
                        rules:
                          R1: {kind: trigger, name: a, on: a.b, when: "amount > 3", level: red}
                          R2: {kind: condition, name: a, on: a.b, when: "true", level: red}
                        """))
                .containsExactly(
                        "a.yaml:2:41: a trigger asks facts, by 'where'; 'when' belongs to rules of the kind condition",
                        "a.yaml:3:34: a condition reads measures, in 'when'; 'on' belongs to rules of the kind trigger");
    }

    @Test
    void projectionHasNeitherAMarginNorACondition() {
        assertThat(faultsOf("""
                        scheme: general
                        name: a
                        classes: [{class: A, below: 300}, {class: D}]
                        indicators: {}
                        rules:
                          P1: {kind: projection, name: a, levels: {D: red}, clear-margin: 3}
                          P2: {kind: projection, name: a, levels: {E: red}, domains: food, when: "true"}
                          P3: {kind: projection, name: a, level: red}
                        """))
                .containsExactly(
                        "a.yaml:6:53: a projection has no margin: it ends when the class is there, or will not come;"
                                + " 'clear-margin' belongs to rules of the kind crossing",
                        "a.yaml:7:44: unknown class 'E' of the watched domains; none are known here",
                        "a.yaml:7:62: unknown domain 'food'; known are general",
                        "a.yaml:7:68: unknown key 'when'; known are basis, clear-after, cool-down, deadlines, domains,"
                                + " dwell, family, kind, levels, name, route",
                        "a.yaml:8:7: the key 'levels' is required; it is missing here",
                        "a.yaml:8:35: unknown key 'level'; did you mean 'levels'?");
    }

    @Test
    void caseOfALevelThatIsNoMappingIsToldHowItLooks() {
        assertThat(faultsOf("rules: {R: {kind: trigger, name: a, on: a.b, level: [red, blue]}}"))
                .containsExactly(
                        "a.yaml:1:54: each case of 'level' is like {level: red, when: \"…\"}; got 'red'",
                        "a.yaml:1:59: each case of 'level' is like {level: red, when: \"…\"}; got 'blue'");
    }

    @Test
    void pointsAreGivenInOneWay() {
        assertThat(faultsOf("""
                        measures: {m: {on: a.b}}
                        scheme: general
                        name: a
                        classes: [{class: A}]
                        indicators:
                          I: {name: a, read: active(m), points: {each: 10, cap: 2, when-true: 20}}
                        """))
                .containsExactly("a.yaml:6:60: 'points' are given in one way; got 'when-true' beside 'each'");
    }

    @Test
    void keyWithoutAValueMayBeHalfAText() {
        assertThat(faultsOf("rules: {R: {kind: trigger, name: {zh: 甲, en: one, two}, on: a.b, level: red}}"))
                .containsExactly(
                        "a.yaml:1:51: unknown key 'two'; known are en, zh; inside of braces a text with a comma needs"
                                + " quotes");
    }

    @Test
    void folderThatIsNoneIsTold(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "");
        Path missing = folder.resolve("missing");

        assertThat(faultsOf(CatalogueReader.read(missing)))
                .containsExactly("catalogue:1:1: the folder " + missing + " does not exist");
        assertThat(faultsOf(CatalogueReader.read(file)))
                .containsExactly("catalogue:1:1: a catalogue is a folder; " + file + " is a file");
        Files.delete(file);
        assertThat(faultsOf(CatalogueReader.read(folder)))
                .containsExactly("catalogue:1:1: a catalogue has at least one scheme or rule; found no .yaml file");
    }
}
