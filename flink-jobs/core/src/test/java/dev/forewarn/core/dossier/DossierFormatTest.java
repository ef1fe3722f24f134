package dev.forewarn.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forewarn.core.timeline.Events;
import dev.forewarn.core.timeline.Rulebook;
import dev.forewarn.core.timeline.Story;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is not a whole dossier of a known version is refused, in words that say what to do. */
class DossierFormatTest {

    /** With a profile, rows of several types, open and eased alerts, and a class of the last month. */
    private final byte[] packed = new Story(Rulebook.empty()
                    .crossing(0, 5)
                    .recall()
                    .twoPenalties(30, 0, 0)
                    .build())
            .at("2026-03-02T10:00", Events.profile("某某大药房").domains("general"))
            .at("2026-03-02T10:00", Events.of("penalty.decided").key("p1").amount(5_000))
            .at("2026-03-03T10:00", Events.of("abnormal.listed").subject("s1").due("2026-05-01T00:00"))
            .at("2026-03-20T10:00", Events.of("penalty.decided").key("p2").with("class", "I"))
            .at("2026-04-02T10:00", Events.of("recall.announced").subject("R-1").with("class", "II"))
            .at("2026-04-03T10:00", Events.of("abnormal.removed").subject("s1"))
            .dossier();

    @Test
    void dossierThatIsReadAndWrittenHasTheSameBytes() {
        assertThat(new DossierFormat().write(DossierFormat.read(packed))).isEqualTo(packed);
    }

    @Test
    void dossierOfAnotherVersionIsRefusedWithTheWayOut() {
        for (int version : new int[] {0, 2, 99, 255}) {
            byte[] other = packed.clone();
            other[0] = (byte) version;
            assertThatThrownBy(() -> DossierFormat.read(other))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a dossier has the format version " + version
                            + "; this release reads version 1: restore with the release that wrote it");
        }
    }

    @Test
    void bytesLeftOverAreRefused() {
        assertThatThrownBy(() -> DossierFormat.read(Arrays.copyOf(packed, packed.length + 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bytes left over at " + packed.length);
    }

    @Test
    void everyBeginningOfADossierIsRefused() {
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> DossierFormat.read(cut))
                    .as("the first " + length + " of " + packed.length + " bytes")
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void everyDossierWithOneWrongByteIsReadOrRefused() {
        for (int at = 0; at < packed.length; at++) {
            for (int wrong : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
                byte[] other = packed.clone();
                other[at] = (byte) wrong;
                assertThatCode(() -> failure(other))
                        .as("byte " + at + " of " + packed.length + " is " + wrong)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static @Nullable String failure(byte[] bytes) {
        try {
            DossierFormat.read(bytes);
            return null;
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }
}
