package dev.forewarn.engine.document;

import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the word that a mistyped one was probably meant to be. */
public final class Nearest {

    private static final int MOST_LISTED = 20;
    private static final int LONGEST_WORD = 64;

    private Nearest() {}

    /** {@code did you mean 'window'?}, or the words that are known. */
    public static String hint(String word, Collection<String> known) {
        String nearest = of(word, known);
        if (nearest != null) {
            return "did you mean '" + nearest + "'?";
        }
        if (known.isEmpty()) {
            return "none are known here";
        }
        TreeSet<String> sorted = new TreeSet<>(known);
        String listed = String.join(", ", sorted.stream().limit(MOST_LISTED).toList());
        return "known are " + listed + (sorted.size() > MOST_LISTED ? ", …" : "");
    }

    /**
     * The nearest known word, null if none is near: at most a third of its letters differ, or it begins with what was
     * written.
     */
    public static @Nullable String of(String word, Collection<String> known) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : new TreeSet<>(known)) {
            int distance = word.length() > LONGEST_WORD ? Integer.MAX_VALUE : distanceOrFar(word, candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static int distanceOrFar(String word, String candidate) {
        if (word.length() >= 3 && candidate.startsWith(word)) {
            return candidate.length() - word.length();
        }
        int shorter = Math.min(word.length(), candidate.length());
        int allowed = shorter < 2 ? 0 : Math.max(1, shorter / 3);
        if (Math.abs(word.length() - candidate.length()) > allowed) {
            return Integer.MAX_VALUE;
        }
        int distance = distance(word, candidate);
        return distance > allowed ? Integer.MAX_VALUE : distance;
    }

    /**
     * How many letters must be inserted, dropped, replaced or swapped with a neighbour to turn one word into the other.
     */
    private static int distance(String left, String right) {
        int[][] steps = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(steps, left, right, i, j);
            }
        }
        return steps[left.length()][right.length()];
    }

    private static int cheapest(int[][] steps, String left, String right, int i, int j) {
        int replace = steps[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean areSwapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return areSwapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
