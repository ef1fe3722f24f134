package dev.forewarn.engine.wire;

import dev.forewarn.core.time.LocalDays;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
 * @param mayMove the share of businesses that it may move to a worse class, in ten-thousandths, in [0, 10000]; null if
 *     nothing is said
 * @param fault what is wrong with the headers; null if nothing is
 */
public record PublicationNote(
        String author,
        String approver,
        String comment,
        @Nullable Instant effectiveAt,
        @Nullable Integer mayMove,
        @Nullable String fault) {

    private static final String AUTHOR = "author";
    private static final String APPROVER = "approver";
    private static final String COMMENT = "comment";
    private static final String EFFECTIVE_AT = "effective-at";
    private static final String MAY_MOVE = "may-move";

    /** The headers that mean something; others are for others. */
    public static final Set<String> HEADERS = Set.of(AUTHOR, APPROVER, COMMENT, EFFECTIVE_AT, MAY_MOVE);

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
        String share = headers.getOrDefault(MAY_MOVE, "");
        Integer mayMove = share.isEmpty() ? null : tenThousandths(share);
        if (!share.isEmpty() && mayMove == null) {
            fault = "the header " + MAY_MOVE + " is a number in [0, 1] such as 0.12; got " + Texts.quoted(share);
        }
        return new PublicationNote(
                person(headers, AUTHOR),
                person(headers, APPROVER),
                Texts.cut(headers.getOrDefault(COMMENT, "").strip(), Limits.VALUE_CHARACTERS),
                effectiveAt,
                mayMove,
                fault);
    }

    private static String person(Map<String, String> headers, String header) {
        return Texts.cut(headers.getOrDefault(header, "").strip(), Limits.TEXT_CHARACTERS);
    }

    private static @Nullable Integer tenThousandths(String text) {
        if (!text.matches("0(\\.\\d{1,9})?|1(\\.0{1,9})?")) {
            return null;
        }
        return new BigDecimal(text)
                .movePointRight(4)
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
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
