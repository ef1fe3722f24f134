package dev.forewarn.core.fact;

import dev.forewarn.core.bytes.Packer;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns an event into the row that may be kept for it. */
public final class FactPacking {

    /** Record keys longer than this many bytes are kept as a hash, so that a row stays small. */
    public static final int LONGEST_KEY_BYTES = 40;

    /** Attributes of the profile that come from the envelope of its event. */
    public static final String NAME = "name";

    public static final String DIVISION = "division";
    public static final String GRID = "grid";

    private FactPacking() {}

    /**
     * The row for an event, not yet matched.
     *
     * @param retained names of the attributes and numbers that are kept; a profile keeps all of its own
     */
    public static Fact pack(Event event, Set<String> retained) {
        Packer body = new Packer(160);
        body.writeVar(flags(event));
        body.writeSigned(event.revision());
        body.writeFixed64(event.recordedAtMs());
        body.writeFixed64(event.occurredAtMs());
        body.writeFixed64(event.contentDigest());
        if (event.dueAtMs() != null) {
            body.writeSigned(event.dueAtMs() - event.occurredAtMs());
        }
        if (event.endedAtMs() != null) {
            body.writeSigned(event.endedAtMs() - event.occurredAtMs());
        }
        if (event.amountMinor() != null) {
            body.writeSigned(event.amountMinor());
        }
        writeTexts(body, event, retained);
        byte[] bytes = body.toBytes();
        return new Fact(bytes, 0, bytes.length, 0, 0);
    }

    /** The record key as kept: itself, or {@code #} and 128 bits of its SHA-256 in hex where it is over 40 bytes. */
    public static String keptKey(String recordKey) {
        byte[] utf8 = recordKey.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= LONGEST_KEY_BYTES) {
            return recordKey;
        }
        return "#" + HexFormat.of().formatHex(sha256(utf8), 0, 16);
    }

    private static int flags(Event event) {
        return (event.op() == Op.RETRACT ? Fact.RETRACTED : 0)
                | flag(event.dueAtMs(), Fact.DUE)
                | flag(event.endedAtMs(), Fact.ENDED)
                | flag(event.amountMinor(), Fact.AMOUNT)
                | flag(event.subject(), Fact.SUBJECT)
                | flag(event.severity(), Fact.SEVERITY);
    }

    private static int flag(@Nullable Object value, int flag) {
        return value == null ? 0 : flag;
    }

    private static void writeTexts(Packer body, Event event, Set<String> retained) {
        body.writeText(keptKey(event.recordKey()));
        body.writeText(event.source());
        if (event.subject() != null) {
            body.writeText(event.subject());
        }
        if (event.severity() != null) {
            body.writeText(event.severity());
        }
        body.writeVar(event.domains().size());
        event.domains().forEach(body::writeText);
        SortedMap<String, String> attributes = keptAttributes(event, retained);
        body.writeVar(attributes.size());
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            body.writeText(attribute.getKey());
            body.writeText(attribute.getValue());
        }
        SortedMap<String, Long> numbers = new TreeMap<>(event.numbers());
        if (!event.type().equals(Event.PROFILE)) {
            numbers.keySet().retainAll(retained);
        }
        body.writeVar(numbers.size());
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            body.writeText(number.getKey());
            body.writeSigned(number.getValue());
        }
    }

    private static SortedMap<String, String> keptAttributes(Event event, Set<String> retained) {
        SortedMap<String, String> attributes = new TreeMap<>(event.attributes());
        if (!event.type().equals(Event.PROFILE)) {
            attributes.keySet().retainAll(retained);
            return attributes;
        }
        put(attributes, NAME, event.entityName());
        put(attributes, DIVISION, event.division());
        put(attributes, GRID, event.grid());
        return attributes;
    }

    private static void put(SortedMap<String, String> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
