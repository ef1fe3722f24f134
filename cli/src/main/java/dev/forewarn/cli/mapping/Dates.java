package dev.forewarn.cli.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates and instants as people write them, in the zone of the mapping; of an empty text there is none. */
final class Dates {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|(\\d{2})(\\d{2})|年(\\d{1,2})月(\\d{1,2})日?)");
    private static final String DATE_RULE = "a date is written 2024-03-05, 2024/3/5, 20240305 or 2024年3月5日";
    private static final String INSTANT_RULE =
            "an instant is a date, a date and time such as 2024-03-05 14:30, or one with an offset";

    private final ZoneId zone;
    private final Map<String, DateTimeFormatter> formatters = new ConcurrentHashMap<>();

    Dates(ZoneId zone) {
        this.zone = zone;
    }

    /** The first instant of a day. */
    @Nullable
    Instant date(String text) {
        String plain = Texts.trim(Texts.halfWidth(text));
        if (plain.isEmpty()) {
            return null;
        }
        Matcher matcher = DATE.matcher(plain);
        try {
            if (matcher.matches()) {
                return start(LocalDate.of(part(matcher, 1), part(matcher, 3, 5, 7), part(matcher, 4, 6, 8)));
            }
        } catch (DateTimeException e) {
            throw new BadValue("a date is a day of the calendar", text);
        }
        throw new BadValue(DATE_RULE, text);
    }

    /** A date by a pattern. */
    @Nullable
    Instant date(String text, String pattern) {
        return read(text, pattern, LocalDate::from) instanceof LocalDate date ? start(date) : null;
    }

    /** An instant in ISO notation; a time without an offset is that of the zone, a date its first instant. */
    @Nullable
    Instant instant(String text) {
        String plain = Texts.trim(Texts.halfWidth(text)).replace(' ', 'T');
        if (plain.indexOf('T') < 0) {
            return date(text);
        }
        try {
            TemporalAccessor read =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(plain, OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime offset ? offset.toInstant() : at((LocalDateTime) read);
        } catch (DateTimeParseException e) {
            throw new BadValue(INSTANT_RULE, text);
        }
    }

    /** An instant by a pattern; one without a time is the first instant of its day. */
    @Nullable
    Instant instant(String text, String pattern) {
        TemporalAccessor read = read(text, pattern, accessor -> accessor);
        if (read == null) {
            return null;
        }
        if (read.query(TemporalQueries.offset()) != null) {
            return Instant.from(read);
        }
        LocalTime time = read.query(TemporalQueries.localTime());
        return at(LocalDate.from(read).atTime(time == null ? LocalTime.MIDNIGHT : time));
    }

    private @Nullable TemporalAccessor read(
            String text, String pattern, java.time.temporal.TemporalQuery<? extends TemporalAccessor> query) {
        String plain = Texts.trim(Texts.halfWidth(text));
        if (plain.isEmpty()) {
            return null;
        }
        try {
            return formatters.computeIfAbsent(pattern, Dates::formatter).parse(plain, query);
        } catch (DateTimeException e) {
            throw new BadValue("a date has the pattern " + pattern, text);
        }
    }

    Instant plusDays(Instant instant, long days) {
        return instant.atZone(zone).plusDays(days).toInstant();
    }

    Instant plusMonths(Instant instant, long months) {
        return instant.atZone(zone).plusMonths(months).toInstant();
    }

    /** What is wrong with a pattern, null if nothing. */
    static @Nullable String patternFault(String pattern) {
        try {
            formatter(pattern);
            return null;
        } catch (BadValue e) {
            return e.reason();
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        try {
            return DateTimeFormatter.ofPattern(proleptic(pattern), Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new BadValue("a pattern is one of Java's for dates, such as dd/MM/yyyy", pattern);
        }
    }

    /** People write yyyy, which strictly asks for an era; uuuu is the year that they mean. */
    private static String proleptic(String pattern) {
        StringBuilder changed = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            isQuoted ^= c == '\'';
            changed.append(c == 'y' && !isQuoted ? 'u' : c);
        }
        return changed.toString();
    }

    private Instant start(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private Instant at(LocalDateTime time) {
        return time.atZone(zone).toInstant();
    }

    private static int part(Matcher matcher, int... groups) {
        for (int group : groups) {
            String found = matcher.group(group);
            if (found != null) {
                return Integer.parseInt(found);
            }
        }
        throw new IllegalStateException("one of the groups of a date matches");
    }
}
