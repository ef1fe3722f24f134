package dev.forewarn.core.event;

import dev.forewarn.core.bytes.Digest64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One message about one entity, as a source system sent it. Instants are ms since 1970 and lie between 1900 and 2200.
 *
 * @param entityId the entity, not empty
 * @param recordedAtMs when the intake published the event: the instant at which the engine could have known
 * @param type what is asserted, in dotted lower case, such as {@code penalty.decided}
 * @param recordKey the business number of the fact, such as the decision number, not empty; one row per type and key
 * @param revision higher revisions win; a secondary source sends −1
 * @param occurredAtMs when it happened: places the fact in windows
 * @param dueAtMs when something must be done
 * @param endedAtMs the first instant at which the fact no longer holds
 * @param amountMinor money in minor units
 * @param subject batch, device, licence, case or year that the fact is about
 * @param numbers exact numbers scaled by 10⁻⁴
 */
public record Event(
        String entityId,
        long recordedAtMs,
        String type,
        String recordKey,
        int revision,
        Op op,
        @Nullable String entityName,
        List<String> domains,
        long occurredAtMs,
        @Nullable Long dueAtMs,
        @Nullable Long endedAtMs,
        String source,
        @Nullable String division,
        @Nullable String grid,
        @Nullable String severity,
        @Nullable Long amountMinor,
        @Nullable String subject,
        SortedMap<String, String> attributes,
        SortedMap<String, Long> numbers) {

    /** The type of the fact that says who a business is. */
    public static final String PROFILE = "entity.profile";

    public Event {
        if (entityId.isEmpty() || type.isEmpty() || recordKey.isEmpty()) {
            throw new IllegalArgumentException("an event needs an entity, a type and a record key; got '" + entityId
                    + "', '" + type + "', '" + recordKey + "'");
        }
        // A business has one profile, whatever number its source gives the message.
        recordKey = type.equals(PROFILE) ? "profile" : recordKey;
        domains = domains.stream().distinct().sorted().toList();
        attributes = new TreeMap<>(attributes);
        numbers = new TreeMap<>(numbers);
    }

    /**
     * Digest of everything that the event asserts, all attributes included, but not of its stamp: orders two versions
     * that agree in revision, instant and operation.
     */
    public long contentDigest() {
        Digest64 digest = new Digest64();
        digest.add(text(entityName)).add(occurredAtMs).add(number(dueAtMs)).add(number(endedAtMs));
        digest.add(source)
                .add(text(division))
                .add(text(grid))
                .add(text(severity))
                .add(number(amountMinor));
        digest.add(text(subject));
        domains.forEach(digest::add);
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            digest.add(attribute.getKey()).add(attribute.getValue());
        }
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            digest.add(number.getKey()).add(number.getValue());
        }
        return digest.value();
    }

    // An absent text must differ from an empty one.
    private static String text(@Nullable String value) {
        return value == null ? "\u0000" : value;
    }

    private static long number(@Nullable Long value) {
        return value == null ? Long.MIN_VALUE : value;
    }
}
