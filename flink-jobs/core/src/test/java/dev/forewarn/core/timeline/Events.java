package dev.forewarn.core.timeline;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds events for tests: local times of Shanghai, sound defaults, a test names only what matters to it. */
public final class Events {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final String ENTITY = "91360699MA0000015G";

    private final String type;
    private final TreeMap<String, String> attributes = new TreeMap<>();
    private final TreeMap<String, Long> numbers = new TreeMap<>();
    private String key = "k1";
    private int revision;
    private Op op = Op.ASSERT;
    private @Nullable String occurred;
    private @Nullable String due;
    private @Nullable String ended;
    private @Nullable String subject;
    private @Nullable String name;
    private @Nullable Long amountMinor;
    private List<String> domains = List.of();

    private Events(String type) {
        this.type = type;
    }

    public static Events of(String type) {
        return new Events(type);
    }

    public static Events profile(String name) {
        Events events = new Events(Event.PROFILE).with("kind", "enterprise");
        events.name = name;
        return events;
    }

    public Events key(String recordKey) {
        key = recordKey;
        return this;
    }

    public Events revision(int number) {
        revision = number;
        return this;
    }

    public Events retracted() {
        op = Op.RETRACT;
        return this;
    }

    /** When it happened, if not when it became known. */
    public Events occurred(String localTime) {
        occurred = localTime;
        return this;
    }

    public Events due(String localTime) {
        due = localTime;
        return this;
    }

    public Events ended(String localTime) {
        ended = localTime;
        return this;
    }

    public Events subject(String text) {
        subject = text;
        return this;
    }

    public Events amount(long minor) {
        amountMinor = minor;
        return this;
    }

    public Events domains(String... names) {
        domains = List.of(names);
        return this;
    }

    public Events with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    public Events with(String number, long wholeValue) {
        numbers.put(number, wholeValue * 10_000);
        return this;
    }

    /** The event as it became known at a local time. */
    public Event known(String localTime) {
        long recordedAtMs = ms(localTime);
        return new Event(
                ENTITY,
                recordedAtMs,
                type,
                key,
                revision,
                op,
                name,
                domains,
                occurred == null ? recordedAtMs : ms(occurred),
                due == null ? null : ms(due),
                ended == null ? null : ms(ended),
                "test",
                name == null ? null : "360699",
                name == null ? null : "grid-7",
                null,
                amountMinor,
                subject,
                attributes,
                numbers);
    }

    /** A local time of Shanghai, such as {@code 2026-03-01T10:00}, in ms since 1970. */
    public static long ms(String localTime) {
        return LocalDateTime.parse(localTime).atZone(ZONE).toInstant().toEpochMilli();
    }
}
