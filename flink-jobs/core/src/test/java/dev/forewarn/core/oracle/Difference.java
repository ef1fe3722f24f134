package dev.forewarn.core.oracle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says where two lists of lines part. */
final class Difference {

    private Difference() {}

    /** The first lines that differ, or null. */
    static @Nullable String between(String what, List<String> expected, List<String> found) {
        if (expected.equals(found)) {
            return null;
        }
        int same = 0;
        while (same < Math.min(expected.size(), found.size())
                && expected.get(same).equals(found.get(same))) {
            same++;
        }
        return what + ", line " + (same + 1) + "\n  expected " + lineAt(expected, same) + "\n  found    "
                + lineAt(found, same);
    }

    private static String lineAt(List<String> lines, int position) {
        return position < lines.size() ? lines.get(position) : "(nothing more)";
    }
}
