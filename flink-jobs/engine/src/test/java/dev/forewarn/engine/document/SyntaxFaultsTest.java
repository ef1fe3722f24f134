package dev.forewarn.engine.document;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a file that is no YAML, or no text, is told. */
class SyntaxFaultsTest {

    private final Faults faults = new Faults();

    private List<String> faultsOf(byte[] bytes) {
        Document.read("a.yaml", bytes, faults).required("missing");
        return faults.sorted().stream().map(Fault::toString).toList();
    }

    private List<String> faultsOf(String text) {
        return faultsOf(text.getBytes(UTF_8));
    }

    @Test
    void openBracketIsToldWithItsLine() {
        assertThat(faultsOf("a: 1\nb: [1, 2\nc: 3\n"))
                .containsExactly("a.yaml:3:2: not YAML: a comma or ']' is expected here; the bracket of line 2 is still"
                        + " open, or a text with commas, colons or brackets lacks quotes");
    }

    @Test
    void textThatNeedsQuotesIsTold() {
        assertThat(faultsOf("a:\n  name: T: recall\n"))
                .containsExactly("a.yaml:2:10: not YAML: a colon too many: a text that holds ': ' needs quotes");
    }

    @Test
    void tabIsTold() {
        assertThat(faultsOf("a:\n\tb: 1\n"))
                .containsExactly("a.yaml:2:1: not YAML: a tab stands here; lines are indented with spaces");
    }

    @Test
    void lineThatIsIndentedWrongIsTold() {
        assertThat(faultsOf("a:\n  b: {c: 1}\n   d: 1\n"))
                .containsExactly(
                        "a.yaml:3:4: not YAML: this begins in another column than what it belongs to, which begins"
                                + " at line 2, column 3");
    }

    @Test
    void characterThatIsNotAllowedIsFound() {
        assertThat(faultsOf("a: 1\nb: x\u0001y\n"))
                .containsExactly("a.yaml:2:5: not YAML: the character U+0001 is not allowed");
    }

    @Test
    void otherEncodingsAreToldWhereTheyAreSeen() {
        assertThat(faultsOf("a: 1\nb: 通用\n".getBytes(Charset.forName("GBK"))))
                .containsExactly(
                        "a.yaml:2:5: a file is written in UTF-8; here it is not: it may have been saved in another"
                                + " encoding, such as GBK");
    }

    @Test
    void utf16IsToldByItsMark() {
        assertThat(faultsOf("a: 1\n".getBytes(UTF_16)))
                .containsExactly("a.yaml:1:1: a file is written in UTF-8; this one is UTF-16");
    }

    @Test
    void markOfUtf8DoesNoHarm() {
        Section section = Document.read("a.yaml", "\uFEFFa: 1\n".getBytes(UTF_8), faults);

        assertThat(section.required("a").text("")).isEqualTo("1");
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void fileThatIsNoMappingIsTold() {
        assertThat(faultsOf("just some text\n"))
                .containsExactly("a.yaml:1:1: a file must be a mapping; got 'just some text'");
    }
}
