package dev.forewarn.core.oracle;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the three promises that the core gives (DESIGN section 4), as a check of one case. */
enum Promise {
    /** Any order and any multiplicity of the same events gives the same facts, and so the same assessment. */
    FACTS {
        @Override
        Case make(long seed) {
            return RandomCase.facts(seed);
        }

        @Override
        @Nullable
        String findBreach(Case made) {
            return new FactsCheck(made).findBreach();
        }
    },
    /** One log has one history, however it is woken, and it is the oracle's. */
    HISTORY {
        @Override
        Case make(long seed) {
            return RandomCase.history(seed);
        }

        @Override
        @Nullable
        String findBreach(Case made) {
            return new HistoryCheck(made).findBreach();
        }
    },
    /** Open alerts do not depend on the order in which a month's events came. */
    SETTLED {
        @Override
        Case make(long seed) {
            return RandomCase.settling(seed);
        }

        @Override
        @Nullable
        String findBreach(Case made) {
            return new SettledCheck(made).findBreach();
        }
    };

    /** The case of a seed. */
    abstract Case make(long seed);

    /** What disagrees, or null if nothing does. */
    abstract @Nullable String findBreach(Case made);

    private static List<StackTraceElement> ours(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.forewarn"))
                .limit(4)
                .toList();
    }

    /** As {@link #findBreach}; a failure of the code is a breach as well. */
    final @Nullable String findBreachOrFailure(Case made) {
        try {
            return findBreach(made);
        } catch (RuntimeException | AssertionError e) {
            return "failed with " + e + " at " + ours(e);
        }
    }
}
