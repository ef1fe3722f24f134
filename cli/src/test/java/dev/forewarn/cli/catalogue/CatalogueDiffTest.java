package dev.forewarn.cli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.engine.catalogue.CatalogueReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueDiffTest {

    private static final String BEFORE = """
            # A comment.
            measures:
              penalty: {on: penalty.decided, where: "severity != 'minor'"}
              case: {on: case.filed}
            scheme: general
            name: {zh: 通用, en: general}
            classes: [{class: A, below: 250}, {class: B, below: 500}, {class: C}]
            indicators:
              G1: {name: {zh: 处罚, en: penalties}, read: count(penalty), decay: {1y: 1.0, 2y: 0.5}, points: {each: 180, cap: 3}}
              G2: {name: old, read: count(case), window: 1y, points: {when-true: 60}}
            rules:
              R: {kind: condition, name: r, when: "count('penalty', '1y') >= 2", level: orange}
            """;

    private static final String AFTER = """
            measures:
              penalty: {on: penalty.decided}
              case: {on: case.filed}
            scheme: general
            name: {zh: 通用, en: general}
            classes: [{class: A, below: 200}, {class: B, below: 500}, {class: C}]
            indicators:
              G1: {name: {zh: 处罚, en: penalties}, read: count(penalty), decay: {1y: 1.0, 2y: 0.5}, points: {first: 200, each: 100, cap: 3}}
              G3: {name: {zh: 案件, en: cases}, read: sum(case-fine), window: 90d, points: {bands: [{from: 2.50, points: 40}]}}
            rules:
              R: {kind: condition, name: {zh: 多次, en: repeated}, when: "count('penalty', '1y') >= 2", level: red}
            """.replace(
                    "case: {on: case.filed}", "case: {on: case.filed}\n  case-fine: {on: case.filed, value: amount}");

    @Test
    void everyPartThatChangesIsToldInPeoplesWords() {
        CatalogueDiff diff = CatalogueDiff.of(bundle(BEFORE), bundle(AFTER), new Words(false));
        assertThat(diff.changes())
                .extracting(change -> change.fate() + " " + change.part())
                .containsExactly(
                        "ADDED measure case-fine",
                        "CHANGED measure penalty",
                        "CHANGED alert rule R",
                        "CHANGED scheme",
                        "CHANGED indicator G1",
                        "REMOVED indicator G2",
                        "ADDED indicator G3");
        assertThat(keys(diff, "penalty"))
                .containsExactly(new CatalogueDiff.Key("where", "severity != 'minor'", null, false));
        assertThat(change(diff, "penalty").readers()).containsExactly("G1", "R");
        assertThat(keys(diff, "R"))
                .containsExactly(
                        new CatalogueDiff.Key("level", "orange", "red", false),
                        new CatalogueDiff.Key("name", "r", "多次 / repeated", true));
        assertThat(keys(diff, ""))
                .containsExactly(new CatalogueDiff.Key(
                        "classes", "A 0–249, B 250–499, C from 500", "A 0–199, B 200–499, C from 500", false));
        assertThat(keys(diff, "G1"))
                .containsExactly(new CatalogueDiff.Key(
                        "points", "180 for each, 3 at most", "200 for the first, 100 for each more, 3 at most", false));
        assertThat(keys(diff, "G3")).contains(new CatalogueDiff.Key("points", null, "from 2.5: 40", false));
        assertThat(diff.isRemarksOnly()).isFalse();
    }

    @Test
    void commentsAreNoDifferenceAndNamesAreOnlyRemarks() {
        assertThat(CatalogueDiff.of(bundle(BEFORE), bundle(BEFORE.replace("# A comment.\n", "")), new Words(true))
                        .changes())
                .isEmpty();
        CatalogueDiff names = CatalogueDiff.of(bundle(BEFORE), bundle(BEFORE.replace("old", "older")), new Words(true));
        assertThat(names.changes()).hasSize(1);
        assertThat(names.isRemarksOnly()).isTrue();
    }

    @Test
    void aSourceIsAPartThatReadsNoMeasure() {
        String named = BEFORE + "sources: {court: {name: court, owner: li, rhythm: 1d, feeds: penalty.decided}}\n";
        CatalogueDiff later = CatalogueDiff.of(
                bundle(named),
                bundle(named.replace("1d", "7d").replace("penalty.decided, where", "[penalty.decided], where")),
                new Words(false));
        assertThat(keys(later, "court")).containsExactly(new CatalogueDiff.Key("rhythm", "1d", "7d", false));
        assertThat(change(later, "penalty").readers()).containsExactly("G1", "R");
        CatalogueDiff owner = CatalogueDiff.of(bundle(named), bundle(named.replace("li,", "wang,")), new Words(false));
        assertThat(owner.isRemarksOnly()).isTrue();
    }

    private static CatalogueDiff.Change change(CatalogueDiff diff, String id) {
        return diff.changes().stream()
                .filter(change -> change.part().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<CatalogueDiff.Key> keys(CatalogueDiff diff, String id) {
        return change(diff, id).keys();
    }

    private static String bundle(String file) {
        CatalogueReader.Result result = CatalogueReader.read(Map.of("c.yaml", file));
        assertThat(result).isInstanceOf(CatalogueReader.Read.class);
        return ((CatalogueReader.Read) result).bundle().text();
    }
}
