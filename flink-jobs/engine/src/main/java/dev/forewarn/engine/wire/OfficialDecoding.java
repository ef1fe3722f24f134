package dev.forewarn.engine.wire;

import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Origin;
import dev.forewarn.avro.Standing;
import dev.forewarn.core.event.OfficialClass;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the official platform's classes of a month. */
public final class OfficialDecoding {

    /** Most domains of one message. */
    private static final int MOST_DOMAINS = 64;

    private OfficialDecoding() {}

    /** Reads a message of the log that should hold monthly classes. Never throws. */
    public static Decoding<OfficialClass> of(byte @Nullable [] message) {
        return Decoding.of(message, MonthlyClass.class, OfficialDecoding::read);
    }

    private static Decoding<OfficialClass> read(MonthlyClass message) {
        if (message.getOrigin() != Origin.PLATFORM) {
            return refused("the log takes classes of the origin PLATFORM; got " + message.getOrigin());
        }
        List<Standing> standings = message.getStandings();
        if (standings.isEmpty() || standings.size() > MOST_DOMAINS) {
            return refused("standings name 1 to " + MOST_DOMAINS + " domains; got " + standings.size());
        }
        TreeMap<String, String> labels = new TreeMap<>();
        for (Standing standing : standings) {
            if (!isText(standing.getDomain()) || !isText(standing.getFusedClass())) {
                return refused("each standing has a domain and a fused_class of 1 to " + Limits.TEXT_CHARACTERS
                        + " characters; got " + Texts.quoted(standing.getDomain()) + " and "
                        + Texts.quoted(standing.getFusedClass()));
            }
            labels.put(standing.getDomain(), standing.getFusedClass());
        }
        try {
            YearMonth month = YearMonth.parse(message.getMonth());
            return new Decoding.Accepted<>(new OfficialClass(
                    message.getEntityId(),
                    message.getRecordedAt().toEpochMilli(),
                    12 * month.getYear() + month.getMonthValue() - 1,
                    labels));
        } catch (DateTimeException e) {
            return refused("month is like 2026-02; got " + Texts.quoted(message.getMonth()));
        }
    }

    private static boolean isText(String text) {
        return !text.isEmpty() && text.length() <= Limits.TEXT_CHARACTERS && text.indexOf('\0') < 0;
    }

    private static Decoding<OfficialClass> refused(String detail) {
        return new Decoding.Refused<>(RejectReason.BAD_CLASS, detail);
    }
}
