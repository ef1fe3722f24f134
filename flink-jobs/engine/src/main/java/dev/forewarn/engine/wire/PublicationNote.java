package dev.forewarn.engine.wire;

import dev.forewarn.core.time.LocalDays;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said with a catalogue when it is published, in the headers of its record.
 *
 * @param author who publishes it; empty if nobody is named
 * @param approver who approved it; empty if nobody is named
 * @param comment why; empty if nothing is said
 * @param effectiveAt from when on it is to be in force; null for as soon as possible
 * @param fault what is wrong with the headers; null if nothing is
 */
public record PublicationNote(
        String author,
        String approver,
        String comment,
        @Nullable Instant effectiveAt,
        @Nullable String fault) {

    private static final String AUTHOR = "author";
    private static final String APPROVER = "approver";
    private static final String COMMENT = "comment";
    private static final String EFFECTIVE_AT = "effective-at";

    /** The headers that mean something; others are for others. */
    public static final Set<String> HEADERS = Set.of(AUTHOR, APPROVER, COMMENT, EFFECTIVE_AT);

    /** Reads the headers of a record. */
    public static PublicationNote of(Map<String, String> headers) {
        String fault = null;
        Instant effectiveAt = null;
        String wanted = headers.getOrDefault(EFFECTIVE_AT, "");
        if (!wanted.isEmpty()) {
            effectiveAt = instant(wanted);
            fault = effectiveAt == null
                    ? "the header " + EFFECTIVE_AT + " is an instant such as 2026-07-01T00:00:00Z; got "
                            + Texts.quoted(wanted)
                    : null;
        }
        return new PublicationNote(
                person(headers, AUTHOR),
                person(headers, APPROVER),
                Texts.cut(headers.getOrDefault(COMMENT, "").strip(), Limits.VALUE_CHARACTERS),
                effectiveAt,
                fault);
    }

    private static String person(Map<String, String> headers, String header) {
        return Texts.cut(headers.getOrDefault(header, "").strip(), Limits.TEXT_CHARACTERS);
    }

    private static @Nullable Instant instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            // What lies beyond the years that events have would never come, or overflow.
            return LocalDays.isPossible(instant.toEpochMilli()) ? instant : null;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
