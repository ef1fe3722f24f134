package dev.forewarn.cli.show;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects lines in one of two languages. */
final class TextLines {

    private final boolean isChinese;
    private final StringBuilder text = new StringBuilder();

    TextLines(boolean isChinese) {
        this.isChinese = isChinese;
    }

    /** Adds a line, from the format of the language. */
    void add(String zh, String en, @Nullable Object... values) {
        text.append(String.format(Locale.ROOT, isChinese ? zh : en, values).stripTrailing())
                .append(System.lineSeparator());
    }

    void blank() {
        text.append(System.lineSeparator());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
