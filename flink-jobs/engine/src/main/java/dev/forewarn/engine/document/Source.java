package dev.forewarn.engine.document;

/** The text of one file, to find places in it. */
final class Source {

    private final String file;
    private final String text;

    Source(String file, String text) {
        this.file = file;
        this.text = text;
    }

    String file() {
        return file;
    }

    /**
     * The place of a character of a scalar. YAML folds lines, strips indents and writes quotes twice, so the two texts
     * are walked side by side, by what is not white space.
     *
     * @param from index in code points at which the scalar begins in the file, its quote or block mark included
     * @param style the scalar's first character if it is a quote or block mark, else a space
     * @param content the scalar as read
     * @param offset index in {@code content}, in [0, length]
     */
    Place placeOf(int from, char style, String content, int offset) {
        int raw = text.offsetByCodePoints(0, Math.min(from, text.codePointCount(0, text.length())));
        if (style == '|' || style == '>') {
            raw = Math.max(raw, text.indexOf('\n', raw));
        } else if (style != ' ') {
            raw = text.indexOf(style, raw) + 1;
        } else if (text.startsWith("&", raw)) {
            raw = Math.max(raw, text.indexOf(' ', raw));
        }
        for (int i = 0; i < offset && i < content.length(); i++) {
            char wanted = content.charAt(i);
            if (!Character.isWhitespace(wanted)) {
                int found = text.indexOf(wanted, raw);
                raw = found < 0 ? raw : found + 1;
                raw += style == '\'' && wanted == '\'' ? 1 : 0;
            }
        }
        if (offset < content.length() && !Character.isWhitespace(content.charAt(offset))) {
            raw = Math.max(raw, text.indexOf(content.charAt(offset), raw));
        }
        return placeOfIndex(raw);
    }

    /** The place of a character of the file. */
    Place placeOfIndex(int index) {
        int line = 1;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0 && end < index; end = text.indexOf('\n', start)) {
            line++;
            start = end + 1;
        }
        return new Place(file, line, 1 + text.codePointCount(start, Math.min(index, text.length())));
    }
}
