package dev.forewarn.cli.mapping;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Op;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.engine.wire.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of an event that a mapping fills: what each holds, whether it must have a value, and which it takes. */
@SuppressWarnings("ImmutableEnumChecker") // The setters are references to methods.
enum Field {
    ENTITY_ID(Kind.TEXT, true, (event, value) -> event.setEntityId((String) value)),
    TYPE(Kind.TEXT, true, (event, value) -> event.setType((String) value)),
    EVENT_ID(Kind.TEXT, true, (event, value) -> event.setEventId((String) value)),
    RECORD_KEY(Kind.TEXT, false, (event, value) -> event.setRecordKey((String) value)),
    REVISION(Kind.WHOLE, false, (event, value) -> event.setRevision(Math.toIntExact((Long) value))),
    OP(Kind.TEXT, false, (event, value) -> event.setOp(Op.valueOf(((String) value).toUpperCase(Locale.ROOT)))),
    OCCURRED_AT(Kind.INSTANT, true, (event, value) -> event.setOccurredAt((Instant) value)),
    RECORDED_AT(Kind.INSTANT, true, (event, value) -> event.setRecordedAt((Instant) value)),
    DUE_AT(Kind.INSTANT, false, (event, value) -> event.setDueAt((Instant) value)),
    ENDED_AT(Kind.INSTANT, false, (event, value) -> event.setEndedAt((Instant) value)),
    ENTITY_NAME(Kind.TEXT, false, (event, value) -> event.setEntityName((String) value)),
    DOMAINS(Kind.TEXTS, false, (event, value) -> event.setDomains(texts(value))),
    SOURCE(Kind.TEXT, true, (event, value) -> event.setSource((String) value)),
    DIVISION(Kind.TEXT, false, (event, value) -> event.setDivision((String) value)),
    GRID(Kind.TEXT, false, (event, value) -> event.setGrid((String) value)),
    SEVERITY(Kind.TEXT, false, (event, value) -> event.setSeverity((String) value)),
    AMOUNT(Kind.WHOLE, false, (event, value) -> event.setAmount((Long) value)),
    SUBJECT(Kind.TEXT, false, (event, value) -> event.setSubject((String) value));

    private static final Pattern DOTTED = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");

    private final Kind kind;
    private final boolean isRequired;
    private final BiConsumer<Event.Builder, Object> setter;

    Field(Kind kind, boolean isRequired, BiConsumer<Event.Builder, Object> setter) {
        this.kind = kind;
        this.isRequired = isRequired;
        this.setter = setter;
    }

    /** As mappings write it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Kind kind() {
        return kind;
    }

    boolean isRequired() {
        return isRequired;
    }

    /** Puts a value that has been checked into an event. */
    void set(Event.Builder event, Object value) {
        setter.accept(event, value);
    }

    /** What the contract of the log has against a value, null if nothing. */
    @Nullable
    String fault(@Nullable Object value) {
        if (value == null) {
            return isRequired ? key() + " must have a value; got none" : null;
        }
        if (value instanceof String text && text.length() > Limits.TEXT_CHARACTERS) {
            return key() + " has at most " + Limits.TEXT_CHARACTERS + " characters; got " + text.length();
        }
        return switch (this) {
            case TYPE ->
                fault(
                        DOTTED.matcher((String) value).matches(),
                        "a type is words in small letters joined by dots, such as penalty.decided",
                        value);
            case OP ->
                fault(
                        "assert".equalsIgnoreCase((String) value) || "retract".equalsIgnoreCase((String) value),
                        "op is assert or retract",
                        value);
            case REVISION -> fault(Math.abs((Long) value) <= Integer.MAX_VALUE, "a revision is a 32-bit number", value);
            case OCCURRED_AT, RECORDED_AT, DUE_AT, ENDED_AT ->
                fault(
                        LocalDays.isPossible(((Instant) value).toEpochMilli()),
                        "an instant lies between 1900 and 2200",
                        value);
            default -> null;
        };
    }

    private static @Nullable String fault(boolean isKept, String rule, Object value) {
        return isKept ? null : rule + "; got '" + BadValue.shortened(value.toString()) + "'";
    }

    private static List<String> texts(Object value) {
        return ((List<?>) value).stream().map(String::valueOf).toList();
    }
}
