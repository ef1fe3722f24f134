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
