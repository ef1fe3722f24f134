package dev.forewarn.engine.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Cuts texts to a length, never through a character. */
final class Texts {

    private static final int QUOTED_CHARACTERS = 80;

    private Texts() {}

    /** The first characters of a text, an ellipsis last if any are missing. */
    static String cut(String text, int characters) {
        if (text.length() <= characters) {
            return text;
        }
        int end = characters - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    /** A text as an error message shows it. */
    static String quoted(String text) {
        return "'" + cut(text, QUOTED_CHARACTERS) + "'";
    }

    static String quoted(byte @Nullable [] utf8) {
        return utf8 == null
                ? "none"
                : quoted(new String(utf8, 0, Math.min(utf8.length, 4 * QUOTED_CHARACTERS), StandardCharsets.UTF_8));
    }
}
