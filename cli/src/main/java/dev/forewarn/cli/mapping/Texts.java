package dev.forewarn.cli.mapping;

/** Cleans texts as they stand in exports. */
final class Texts {

    private static final char FULL_WIDTH_FIRST = '\uFF01';
    private static final char FULL_WIDTH_LAST = '\uFF5E';
    private static final int WIDTH_SHIFT = 0xFEE0;
    private static final char IDEOGRAPHIC_SPACE = '\u3000';

    private Texts() {}

    /** Full-width letters, digits, signs and blanks as the ordinary ones. */
    static String halfWidth(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
                c = (char) (c - WIDTH_SHIFT);
            } else if (c == IDEOGRAPHIC_SPACE) {
                c = ' ';
            }
            narrow.append(c);
        }
        return narrow.toString();
    }

    /** Without blanks at both ends, whatever their width. */
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    // Exports are full of no-break spaces and byte order marks, which Java does not count as white space.
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }
}
