package dev.forewarn.core.fact;

import dev.forewarn.core.bytes.Unpacker;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.LocalDays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The winning version of one record: a view on its packed bytes. Numbers are read at once; texts only when asked for,
 * since most events leave most rows as they are. Instants are ms since 1970, {@link Exact#ABSENT} where there is none.
 */
public final class Fact {

    static final int RETRACTED = 1;
    static final int DUE = 1 << 1;
    static final int ENDED = 1 << 2;
    static final int AMOUNT = 1 << 3;
    static final int SUBJECT = 1 << 4;
    static final int SEVERITY = 1 << 5;

    private final byte[] bytes;
    private final int from;
    private final int end;
    private final int flags;
    private final int revision;
    private final long recordedAtMs;
    private final long occurredAtMs;
    private final long dueAtMs;
    private final long endedAtMs;
    private final long amountMinor;
    private final long digest;
    private final int textFrom;
    private final long firstRecordedAtMs;
    private final long matches;
    private int occurredDay = Integer.MIN_VALUE;
    private int attributesFrom = -1;

    /**
     * @param bytes holds the body from {@code from} to {@code end}; never written again
     * @param lagMs by how much the version became known later than the first version of the record, in ms
     * @param matches bit i is set if the i-th condition on the type takes this row: a cache, owned by the plan in force
     */
    Fact(byte[] bytes, int from, int end, long lagMs, long matches) {
        this.bytes = bytes;
        this.from = from;
        this.end = end;
        Unpacker body = new Unpacker(bytes, from, end);
        this.flags = (int) body.readVar();
        this.revision = (int) body.readSigned();
        this.recordedAtMs = body.readFixed64();
        this.occurredAtMs = body.readFixed64();
        this.digest = body.readFixed64();
        this.dueAtMs = has(DUE) ? occurredAtMs + body.readSigned() : Exact.ABSENT;
        this.endedAtMs = has(ENDED) ? occurredAtMs + body.readSigned() : Exact.ABSENT;
        this.amountMinor = has(AMOUNT) ? body.readSigned() : Exact.ABSENT;
        this.textFrom = body.position();
        this.firstRecordedAtMs = recordedAtMs - lagMs;
        this.matches = matches;
    }

    private Fact(Fact other, long endedAtMs, long firstRecordedAtMs, long matches) {
        this.bytes = other.bytes;
        this.from = other.from;
        this.end = other.end;
        this.flags = other.flags;
        this.revision = other.revision;
        this.recordedAtMs = other.recordedAtMs;
        this.occurredAtMs = other.occurredAtMs;
        this.dueAtMs = other.dueAtMs;
        this.endedAtMs = endedAtMs;
        this.amountMinor = other.amountMinor;
        this.digest = other.digest;
        this.textFrom = other.textFrom;
        this.firstRecordedAtMs = firstRecordedAtMs;
        this.matches = matches;
    }

    Fact withFirstRecordedAt(long instantMs) {
        return new Fact(this, endedAtMs, instantMs, matches);
    }

    Fact withMatches(long bits) {
        return new Fact(this, endedAtMs, firstRecordedAtMs, bits);
    }

    /** Whether the fact had happened by an instant, or was known by then to come. */
    boolean isKnownAt(long instantMs) {
        return occurredAtMs <= instantMs || firstRecordedAtMs <= instantMs;
    }

    /** The fact without an end that came, and became known, only after an instant. */
    Fact endingKnownAt(long instantMs) {
        boolean isLater = endedAtMs != Exact.ABSENT && endedAtMs > instantMs && recordedAtMs > instantMs;
        return isLater ? new Fact(this, Exact.ABSENT, firstRecordedAtMs, matches) : this;
    }

    public boolean isRetracted() {
        return has(RETRACTED);
    }

    public int revision() {
        return revision;
    }

    public long recordedAtMs() {
        return recordedAtMs;
    }

    /**
     * The earliest instant at which any version of this record became known: a later correction does not make it newer.
     */
    public long firstRecordedAtMs() {
        return firstRecordedAtMs;
    }

    public long occurredAtMs() {
        return occurredAtMs;
    }

    public long dueAtMs() {
        return dueAtMs;
    }

    public long endedAtMs() {
        return endedAtMs;
    }

    /** Money in minor units, or {@link Exact#ABSENT}. */
    public long amountMinor() {
        return amountMinor;
    }

    public long matches() {
        return matches;
    }

    public boolean isMatched(int bit) {
        return (matches >>> bit & 1) != 0;
    }

    /** The day on which it happened; remembered, since every reading asks. */
    public int occurredDay(LocalDays days) {
        if (occurredDay == Integer.MIN_VALUE) {
            occurredDay = days.dayOf(occurredAtMs);
        }
        return occurredDay;
    }

    /** The record key as kept: the business number, or its hash where it is long. */
    public String recordKey() {
        return new Unpacker(bytes, textFrom, end).readText();
    }

    public String source() {
        Unpacker texts = new Unpacker(bytes, textFrom, end);
        skipText(texts);
        return texts.readText();
    }

    public @Nullable String subject() {
        if (!has(SUBJECT)) {
            return null;
        }
        Unpacker texts = new Unpacker(bytes, textFrom, end);
        skipText(texts);
        skipText(texts);
        return texts.readText();
    }

    public @Nullable String severity() {
        if (!has(SEVERITY)) {
            return null;
        }
        Unpacker texts = new Unpacker(bytes, textFrom, end);
        skipText(texts);
        skipText(texts);
        if (has(SUBJECT)) {
            skipText(texts);
        }
        return texts.readText();
    }

    /** The domains that the event named, sorted. */
    public List<String> domains() {
        Unpacker texts = afterFixedTexts();
        int count = texts.readCount();
        List<String> domains = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            domains.add(texts.readText());
        }
        return domains;
    }

    /** A retained attribute, or null. */
    public @Nullable String attribute(String name) {
        Unpacker texts = afterDomains();
        int count = texts.readCount();
        for (int i = 0; i < count; i++) {
            if (texts.isNext(name)) {
                return texts.readText();
            }
            skipText(texts);
        }
        return null;
    }

    /** A retained number scaled by 10⁻⁴, or {@link Exact#ABSENT}. */
    public long number(String name) {
        Unpacker texts = afterDomains();
        int attributes = texts.readCount();
        for (int i = 0; i < 2 * attributes; i++) {
            skipText(texts);
        }
        int count = texts.readCount();
        for (int i = 0; i < count; i++) {
            boolean isFound = texts.isNext(name);
            long value = texts.readSigned();
            if (isFound) {
                return value;
            }
        }
        return Exact.ABSENT;
    }

    /** Which of two versions wins: a total order of revision, instant, operation and content. */
    int compareStamp(Fact other) {
        int order = Integer.compare(revision, other.revision);
        order = order != 0 ? order : Long.compare(recordedAtMs, other.recordedAtMs);
        order = order != 0 ? order : Boolean.compare(isRetracted(), other.isRetracted());
        return order != 0 ? order : Long.compare(digest, other.digest);
    }

    int compareKey(Fact other) {
        return compareKey(other.bytes, other.textFrom, other.end);
    }

    private int compareKey(byte[] otherBytes, int otherFrom, int otherEnd) {
        Unpacker mine = new Unpacker(bytes, textFrom, end);
        Unpacker theirs = new Unpacker(otherBytes, otherFrom, otherEnd);
        int myLength = mine.readCount();
        int theirLength = theirs.readCount();
        return Arrays.compareUnsigned(
                bytes,
                mine.position(),
                mine.position() + myLength,
                otherBytes,
                theirs.position(),
                theirs.position() + theirLength);
    }

    /**
     * Equal if kept as the same bytes and known since the same instant; the match bits are a cache and do not count.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fact fact
                && firstRecordedAtMs == fact.firstRecordedAtMs
                && Arrays.equals(bytes, from, end, fact.bytes, fact.from, fact.end);
    }

    @Override
    public int hashCode() {
        int hash = Long.hashCode(firstRecordedAtMs);
        for (int i = from; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return recordKey() + " revision " + revision + (isRetracted() ? " retracted" : "");
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int length() {
        return end - from;
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    private Unpacker afterFixedTexts() {
        Unpacker texts = new Unpacker(bytes, textFrom, end);
        skipText(texts);
        skipText(texts);
        if (has(SUBJECT)) {
            skipText(texts);
        }
        if (has(SEVERITY)) {
            skipText(texts);
        }
        return texts;
    }

    /** The attributes and numbers; where they begin is remembered, since many measures look there. */
    private Unpacker afterDomains() {
        if (attributesFrom < 0) {
            Unpacker texts = afterFixedTexts();
            int count = texts.readCount();
            for (int i = 0; i < count; i++) {
                skipText(texts);
            }
            attributesFrom = texts.position();
        }
        return new Unpacker(bytes, attributesFrom, end);
    }

    private static void skipText(Unpacker texts) {
        texts.skip(texts.readCount());
    }
}
