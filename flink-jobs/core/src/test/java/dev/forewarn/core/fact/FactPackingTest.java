package dev.forewarn.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.timeline.Events;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactPackingTest {

    private static Fact packed(String key, int revision) {
        return FactPacking.pack(
                Events.of("penalty.decided").key(key).revision(revision).known("2026-03-02T10:00"), Set.of());
    }

    @Test
    void recordKeyOfFortyBytesIsKeptAndALongerOneHashed() {
        assertThat(FactPacking.keptKey("k".repeat(40))).isEqualTo("k".repeat(40));
        assertThat(FactPacking.keptKey("k".repeat(41))).matches("#[0-9a-f]{32}");
        // Thirteen characters of three bytes and one more byte.
        assertThat(FactPacking.keptKey("罚".repeat(13) + "1")).hasSize(14);
        assertThat(FactPacking.keptKey("罚".repeat(14))).startsWith("#");
    }

    @Test
    void longKeysThatDifferAtTheirEndsStayTwoRecords() {
        String before = "x".repeat(1000);
        FactBook book = new FactBook();
        book.apply("penalty.decided", packed(before + "1", 0), 0);
        book.apply("penalty.decided", packed(before + "2", 0), 0);
        assertThat(book.size()).isEqualTo(2);
    }

    @Test
    void versionsOfARecordWithALongKeyStillCompete() {
        String key = "x".repeat(1000);
        FactBook book = new FactBook();
        assertThat(book.apply("penalty.decided", packed(key, 1), 0)).isEqualTo(Applied.NEW);
        assertThat(book.apply("penalty.decided", packed(key, 0), 0)).isEqualTo(Applied.OLDER);
        assertThat(book.apply("penalty.decided", packed(key, 1), 0)).isEqualTo(Applied.DUPLICATE);
        assertThat(book.apply("penalty.decided", packed(key, 2), 0)).isEqualTo(Applied.NEWER);
        assertThat(book.rows("penalty.decided").get(0).recordKey()).hasSize(33);
    }
}
