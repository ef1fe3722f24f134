package dev.forewarn.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Window;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private enum Colour {
        RED,
        DEEP_BLUE
    }

    private final Faults faults = new Faults();

    private Section read(String text) {
        return Document.read("a.yaml", text, faults);
    }

    private List<String> said() {
        return faults.sorted().stream().map(Fault::toString).toList();
    }

    @Test
    void valuesOfEachTypeAreRead() {
        Section root = read("""
                name: 行政处罚
                number: 12
                decimal: -0.3005
                yes: true
                window: 1y6m
                wait: 90min
                colour: deep-blue
                list: [a, b]
                single: a
                part: {inner: x}
                """);

        assertThat(root.required("name").text("")).isEqualTo("行政处罚");
        assertThat(root.required("number").whole(0, 12, 1)).isEqualTo(12);
        assertThat(root.required("decimal").decimal(-Exact.ONE, Exact.ONE, 0)).isEqualTo(-3005);
        assertThat(root.required("yes").bool(false)).isTrue();
        assertThat(root.required("window").window(Window.EVER)).isEqualTo(new Window(18, 0, false));
        assertThat(root.required("wait").durationMs(0)).isEqualTo(5_400_000);
        assertThat(root.required("colour").oneOf(Colour.class, Colour.RED)).isEqualTo(Colour.DEEP_BLUE);
        assertThat(root.required("list").texts()).containsExactly("a", "b");
        assertThat(root.required("single").texts()).containsExactly("a");
        assertThat(root.required("part").section().required("inner").text("")).isEqualTo("x");
        root.refuseOthers();
        assertThat(said()).isEmpty();
    }

    @Test
    void eachWrongValueIsAFaultAndTheFallbackIsRead() {
        Section root = read("""
                number: 13
                decimal: 0.30001
                huge: 9999999999999999
                yes: yes
                window: 3 years
                wait: 3m
                colour: deep-blu
                list: {a: 1}
                part: [x]
                text:
                form: Abc
                """);

        assertThat(root.required("number").whole(0, 12, 1)).isEqualTo(1);
        assertThat(root.required("decimal").decimal(0, Exact.ONE, 7)).isEqualTo(7);
        assertThat(root.required("huge").decimal(0, Exact.LIMIT, 7)).isEqualTo(7);
        assertThat(root.required("yes").bool(true)).isTrue();
        assertThat(root.required("window").window(Window.EVER)).isEqualTo(Window.EVER);
        assertThat(root.required("wait").durationMs(5)).isEqualTo(5);
        assertThat(root.required("colour").oneOf(Colour.class, Colour.RED)).isEqualTo(Colour.RED);
        assertThat(root.required("list").texts()).isEmpty();
        assertThat(root.required("part").section().isPresent()).isFalse();
        assertThat(root.required("text").text("none")).isEqualTo("none");
        assertThat(root.required("form").text(Pattern.compile("[a-z]+"), "in lower case", "x"))
                .isEqualTo("x");
        assertThat(said())
                .containsExactly(
                        "a.yaml:1:9: 'number' must be a whole number in [0, 12]; got '13'",
                        "a.yaml:2:10: 'decimal' must be a number with at most four places in [0, 1]; got '0.30001'",
                        "a.yaml:3:7: 'huge' must be a number with at most four places in [0, 230584300921369.3951]; got"
                                + " '9999999999999999'",
                        "a.yaml:4:6: 'yes' must be one of false, true; got 'yes'",
                        "a.yaml:5:9: 'window': a window is written like 90d, 6m, 3y, 1y6m or ever; got '3 years'",
                        "a.yaml:6:7: 'wait' must be a duration like 3d, 12h, 90min or 30s; got '3m'",
                        "a.yaml:7:9: 'colour' must be one of red, deep-blue; got 'deep-blu'; did you mean 'deep-blue'?",
                        "a.yaml:8:7: 'list' must be a list; got a mapping",
                        "a.yaml:9:7: 'part' must be a mapping; got a list",
                        "a.yaml:10:1: 'text' must be a text; got nothing",
                        "a.yaml:11:7: 'form' must be in lower case; got 'Abc'");
    }

    @Test
    void unknownKeyNamesTheNearestKnownOne() {
        Section root = read("windw: 3y\nzzz: 1\n");
        root.optional("window");
        root.optional("points");
        root.refuseOthers();

        assertThat(said())
                .containsExactly(
                        "a.yaml:1:1: unknown key 'windw'; did you mean 'window'?",
                        "a.yaml:2:1: unknown key 'zzz'; known are points, window");
    }

    @Test
    void missingKeyIsAFaultOfItsSectionOnly() {
        Section root = read("part:\n  a: 1\nother: text\n");
        root.required("part").section().required("b");
        root.required("other").section().required("c");

        assertThat(said())
                .containsExactly(
                        "a.yaml:2:3: the key 'b' is required; it is missing here",
                        "a.yaml:3:8: 'other' must be a mapping; got 'text'");
    }

    @Test
    void keyThatStandsTwiceIsAFault() {
        read("a: 1\nb: 2\na: 3\n");

        assertThat(said()).containsExactly("a.yaml:3:1: a key stands once; got 'a' again after line 1");
    }

    @Test
    void tagsSecondDocumentsAndKeysThatAreNoTextAreFaults() {
        read("a: !!set {x}\n[1]: b\n");
        read("a: 1\n---\nb: 2\n");

        assertThat(said())
                .containsExactly(
                        "a.yaml:1:4: tags are not used here; got 'tag:yaml.org,2002:set'",
                        "a.yaml:2:1: a key is a text; got a list or a mapping",
                        "a.yaml:3:1: a file holds one document; another one begins here");
    }

    @Test
    void fileOfCommentsIsAnEmptySection() {
        Section root = read("# nothing yet\n");

        assertThat(root.isPresent()).isTrue();
        assertThat(root.entries()).isEmpty();
        assertThat(said()).isEmpty();
    }

    @Test
    void anchorsAreReusedWithTheirPlace() {
        Section root = read("first: &step {x: 1y}\nsecond: *step\n");

        assertThat(root.required("second").section().required("x").window(Window.EVER))
                .isEqualTo(Window.ofYears(1));
        assertThat(root.required("second").place()).isEqualTo(new Place("a.yaml", 1, 8));
    }

    @Test
    void charactersOfATextAreFoundWhateverItsStyle() {
        Section root = read("""
                plain: abc def
                double: "abc def"
                single: 'it''s def'
                literal: |
                  abc
                  def
                folded: >-
                  abc
                     def
                """);

        assertThat(placeOf(root, "plain", "def")).isEqualTo("a.yaml:1:12");
        assertThat(placeOf(root, "double", "def")).isEqualTo("a.yaml:2:14");
        assertThat(placeOf(root, "single", "def")).isEqualTo("a.yaml:3:16");
        assertThat(placeOf(root, "literal", "def")).isEqualTo("a.yaml:6:3");
        assertThat(placeOf(root, "folded", "def")).isEqualTo("a.yaml:9:6");
    }

    private static String placeOf(Section root, String key, String part) {
        Value value = root.required(key);
        return value.placeOf(value.text("").indexOf(part)).toString();
    }
}
