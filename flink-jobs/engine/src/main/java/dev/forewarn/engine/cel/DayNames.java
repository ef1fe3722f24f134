package dev.forewarn.engine.cel;

import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.time.Window;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the names in a day condition stand for in one catalogue. Each method says why a name stands for nothing and
 * returns −1.
 */
public interface DayNames {

    /** What is returned for a name that stands for nothing. */
    int NONE = -1;

    /** The position of a reading; made if it is not yet there. A null window is the aggregate's default. */
    int reading(Aggregate aggregate, String measure, @Nullable Window window, Consumer<String> refuse);

    /** The position of the reading of an indicator. */
    int indicator(String id, Consumer<String> refuse);

    /** The position of the scheme of a domain. */
    int scheme(String domain, Consumer<String> refuse);

    /** The rank of a class of a scheme. */
    int rank(int scheme, String label, Consumer<String> refuse);
}
