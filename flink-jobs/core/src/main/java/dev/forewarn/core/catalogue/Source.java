package dev.forewarn.core.catalogue;

import dev.forewarn.core.indicator.Label;
import java.util.List;

/**
 * A system that sends events, as the catalogue names it. What is told of the source itself is told of an entity of its
 * own, which is no business: it stands in no scheme and has no class and no assessment, but it has alerts.
 *
 * @param key the value of {@code source} in its events
 * @param department whose system it is; may be empty
 * @param owner who answers for it; may be empty
 * @param rhythmDays within how many days it delivers at least once, in [1, 4000]
 * @param lagDays how many days late it usually is, in [0, 4000]
 * @param basis legal ground on which it delivers; may be empty
 * @param hasPersonalData whether its events tell of persons
 * @param feeds types of facts that it brings; empty for any
 */
public record Source(
        String key,
        Label name,
        String department,
        String owner,
        int rhythmDays,
        int lagDays,
        String basis,
        boolean hasPersonalData,
        List<String> feeds) {

    /** The domain whose team hears of sources: the data section. */
    public static final String DOMAIN = "data";

    /** Longest rhythm and longest lag, in days. */
    public static final int MOST_DAYS = 4000;

    /** How the types of all facts about sources begin. */
    private static final String TYPES = "source.";

    private static final String ENTITIES = "source:";

    public Source {
        feeds = List.copyOf(feeds);
        if (rhythmDays < 1 || rhythmDays > MOST_DAYS || lagDays < 0 || lagDays > MOST_DAYS) {
            throw new IllegalArgumentException("rhythmDays must lie in [1, " + MOST_DAYS + "] and lagDays in [0, "
                    + MOST_DAYS + "]; got " + rhythmDays + " and " + lagDays + " of source '" + key + "'");
        }
    }

    /** Whole days without a word after which it is silent. */
    public int allowedDays() {
        return rhythmDays + lagDays;
    }

    /** The id of the entity that stands for a source. */
    public static String entityId(String key) {
        return ENTITIES + key;
    }

    /** Whether an entity stands for a source, and so is no business: the one place that knows. */
    public static boolean isEntity(String entityId) {
        return entityId.startsWith(ENTITIES);
    }

    /** Whether facts of a type tell of a source. */
    public static boolean isToldBy(String type) {
        return type.startsWith(TYPES);
    }
}
