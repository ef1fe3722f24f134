package dev.forewarn.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.time.Window;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DocumentPropertyTest {

    private static final String[] PIECES = {
        "a",
        ": ",
        "\n",
        "  ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "'",
        "\"",
        "|",
        ">-",
        "&a ",
        "*a ",
        "!!x ",
        "# ",
        "? ",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "\t",
        "\\x",
        "行",
        "\u0000",
        "\uD83D\uDE00",
        "\uD83D",
        "~",
        "1.5",
        "\r\n",
        "<<",
        "@",
        "`"
    };

    @Property(tries = 2000)
    void anyTextGivesASectionOrFaults(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        Faults faults = new Faults();
        Section section = Document.read("a.yaml", text.toString(), faults);
        readEverything(section);

        assertThat(section.isPresent() || !faults.isEmpty()).as(text.toString()).isTrue();
    }

    @Property
    void anyBytesGiveASectionOrFaults(@ForAll byte[] bytes) {
        Faults faults = new Faults();
        Section section = Document.read("a.yaml", bytes, faults);

        assertThat(section.isPresent() || !faults.isEmpty()).isTrue();
    }

    private static void readEverything(Section section) {
        for (Section.Entry entry : section.entries()) {
            Value value = entry.value();
            String text = value.text("");
            for (int i = -1; i <= text.length() + 1; i++) {
                assertThat(value.placeOf(i).line()).isPositive();
            }
            value.whole(0, 1, 0);
            value.decimal(0, 1, 0);
            value.window(Window.EVER);
            value.durationMs(0);
            value.texts();
            readEverything(value.section());
        }
    }
}
