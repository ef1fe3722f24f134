package dev.forewarn.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentLimitsTest {

    private final Faults faults = new Faults();

    private List<String> faultsOf(String text) {
        Document.read("a.yaml", text, faults);
        return faults.sorted().stream().map(Fault::toString).toList();
    }

    @Test
    void aliasesThatMultiplyAreRefusedBeforeTheyAreWrittenOut() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + String.join(", ", Collections.nCopies(10, alias)) + "]\n");
        }

        assertThat(faultsOf(bomb.toString()))
                .containsExactly(
                        "a.yaml:5:45: a document has at most 100000 values, aliases written out; here it has more");
    }

    @Test
    void moreAliasesThanAllowedAreRefused() {
        String aliases = String.join(", ", Collections.nCopies(Document.MOST_ALIASES + 1, "*a"));

        assertThat(faultsOf("a: &a x\nb: [" + aliases + "]\n"))
                .containsExactly("a.yaml:2:805: a document has at most 200 aliases; here is one more");
    }

    @Test
    void aliasOfWhatItStandsInIsRefused() {
        assertThat(faultsOf("a: &a [*a]\n"))
                .containsExactly("a.yaml:1:8: an alias names an anchor that stands complete before it; got '*a'");
    }

    @Test
    void deepestNestingIsReadAndOneMoreIsRefused() {
        assertThat(faultsOf("a: " + "[".repeat(30) + "x" + "]".repeat(30))).isEmpty();
        assertThat(faultsOf("a: " + "[".repeat(31) + "x" + "]".repeat(31)))
                .containsExactly("a.yaml:1:35: a document is at most 32 levels deep; here it goes deeper");
    }

    @Test
    void halfAMillionBracketsDoNotExhaustTheStack() {
        assertThat(faultsOf("a: " + "[".repeat(500_000))).hasSize(1);
    }

    @Test
    void largestFileIsReadAndOneByteMoreIsRefused() {
        String filled = "a: " + "x".repeat(Document.LARGEST_BYTES - 3);

        assertThat(faultsOf(filled)).isEmpty();
        assertThat(faultsOf(filled + "x")).containsExactly("a.yaml:1:1: a file has at most 1048576 bytes; got 1048577");
    }

    @Test
    void thousandsOfFaultsAreKeptOnlyUpToTheirBound() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append("key").append(i).append(": 1\n");
        }
        Document.read("a.yaml", text.toString(), faults).refuseOthers();

        assertThat(faults.count()).isEqualTo(Faults.MOST);
    }
}
