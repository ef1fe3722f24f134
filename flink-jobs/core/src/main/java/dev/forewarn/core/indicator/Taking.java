package dev.forewarn.core.indicator;

import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.time.Window;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of a measure's facts in the window a reading counts, and whether it counts them together.
 *
 * @param untilEnded whether facts that have ended are left out, such as penalties whose publication a credit repair
 *     ended
 * @param lives how long a fact counts by its own severity; null if all count alike
 * @param newest only the newest so many facts; 0 for all
 * @param per null if all facts are counted together
 */
public record Taking(
        boolean untilEnded,
        @Nullable Lives lives,
        int newest,
        @Nullable Per per) {

    /** All facts in the window, together. */
    public static final Taking ALL = new Taking(false, null, 0, null);

    public Taking {
        if (newest < 0) {
            throw new IllegalArgumentException(
                    "a reading counts the newest 1 or more facts, or 0 for all; got " + newest);
        }
    }

    /**
     * How long facts count by their severity, as the law sets publication periods (国办发〔2025〕22号).
     *
     * @param other for facts of any other severity, or of none
     */
    public record Lives(Map<String, Window> bySeverity, Window other) {
        public Lives {
            bySeverity = Map.copyOf(bySeverity);
        }

        /** The window of a severity; null is none. */
        public Window of(@Nullable String severity) {
            return severity == null ? other : bySeverity.getOrDefault(severity, other);
        }

        /** The longest of all. */
        public Window longest() {
            return bySeverity.values().stream().reduce(other, (a, b) -> a.isAtLeast(b) ? a : b);
        }
    }

    /**
     * Counts for each subject by itself, and makes one number of these.
     *
     * @param by what tells subjects apart
     * @param atLeast for {@link Take#COUNT_OF} the number from which on a subject counts, scaled by 10⁻⁴; else 0
     */
    public record Per(TextTerm by, Take take, long atLeast) {}

    /** How the numbers of subjects become one; absent ones do not take part. */
    public enum Take {
        /** The largest; absent if there is none. */
        MAX,
        SUM,
        /** How many reach a number. */
        COUNT_OF
    }
}
