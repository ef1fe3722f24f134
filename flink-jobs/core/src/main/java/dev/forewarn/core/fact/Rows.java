package dev.forewarn.core.fact;

import dev.forewarn.core.bytes.Packer;
import dev.forewarn.core.bytes.Unpacker;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one type, sorted by record key. Read from their packed form only when one is asked for: most events leave
 * most types alone.
 */
public final class Rows {

    private static final Fact[] NONE = new Fact[0];

    /** No rows. */
    public static final Rows EMPTY = new Rows("", NONE, 0);

    private final String type;
    /** Null while the rows have not been asked for. */
    private Fact @Nullable [] facts;

    private int size;
    /** The packed section as it was read; null once a row has changed. */
    private byte @Nullable [] packed;

    private int packedFrom;
    private int rowsFrom;
    private int packedEnd;
    private long packedMatches;

    Rows(String type, Fact @Nullable [] facts, int size) {
        this.type = type;
        this.facts = facts;
        this.size = size;
    }

    /** Reads what {@link #writeTo} wrote; the rows are views on the array, which must not change any more. */
    static Rows readFrom(byte[] bytes, Unpacker unpacker) {
        int start = unpacker.position();
        String type = unpacker.readText();
        int length = unpacker.readLength();
        int end = unpacker.position() + length;
        long matches = unpacker.readFixed64();
        Rows rows = new Rows(type, null, unpacker.readCount());
        rows.packed = bytes;
        rows.packedFrom = start;
        rows.rowsFrom = unpacker.position();
        rows.packedEnd = end;
        rows.packedMatches = matches;
        unpacker.skip(end - unpacker.position());
        return rows;
    }

    /** Writes the section; one that has not changed is copied as it was read. */
    void writeTo(Packer packer) {
        if (packed != null) {
            packer.writeBytes(packed, packedFrom, packedEnd - packedFrom);
            return;
        }
        packer.writeText(type);
        int begin = packer.beginLength();
        packer.writeFixed64(matches());
        packer.writeVar(size);
        Fact[] rows = facts();
        for (int i = 0; i < size; i++) {
            Fact fact = rows[i];
            packer.writeFixed64(fact.matches());
            packer.writeSigned(fact.recordedAtMs() - fact.firstRecordedAtMs());
            packer.writeVar(fact.length());
            packer.writeBytes(fact.bytes(), fact.from(), fact.length());
        }
        packer.endLength(begin);
    }

    private Fact[] facts() {
        if (facts == null) {
            byte[] bytes = java.util.Objects.requireNonNull(packed);
            Unpacker unpacker = new Unpacker(bytes, rowsFrom, packedEnd);
            Fact[] read = new Fact[size + 1];
            for (int i = 0; i < size; i++) {
                long matches = unpacker.readFixed64();
                long lag = unpacker.readSigned();
                int length = unpacker.readCount();
                int from = unpacker.position();
                unpacker.skip(length);
                read[i] = new Fact(bytes, from, from + length, lag, matches);
            }
            facts = read;
        }
        return facts;
    }

    public String type() {
        return type;
    }

    public int size() {
        return size;
    }

    /** The match bits that any row has which has not been retracted. */
    public long matches() {
        if (packed != null) {
            return packedMatches;
        }
        long matched = 0;
        Fact[] rows = facts();
        for (int i = 0; i < size; i++) {
            matched |= rows[i].isRetracted() ? 0 : rows[i].matches();
        }
        return matched;
    }

    public Fact get(int index) {
        return facts()[index];
    }

    /** The rows without what happened, and became known, only after an instant. */
    Rows knownAt(long instantMs) {
        Fact[] known = new Fact[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (get(i).isKnownAt(instantMs)) {
                known[count++] = get(i).endingKnownAt(instantMs);
            }
        }
        return new Rows(type, known, count);
    }

    /** The version that is kept of the same record, null if there is none. */
    @Nullable
    Fact kept(Fact version) {
        int found = find(version);
        return found < 0 ? null : facts()[found];
    }

    Applied apply(Fact version) {
        int found = find(version);
        if (found < 0) {
            insert(-found - 1, version);
            return Applied.NEW;
        }
        Fact kept = facts()[found];
        int order = version.compareStamp(kept);
        Fact winner = order > 0 ? version : kept;
        // The record became known with its earliest version, whichever of them wins and in whatever order they came.
        long first = Math.min(version.firstRecordedAtMs(), kept.firstRecordedAtMs());
        set(found, winner.firstRecordedAtMs() == first ? winner : winner.withFirstRecordedAt(first));
        return order > 0 ? Applied.NEWER : order < 0 ? Applied.OLDER : Applied.DUPLICATE;
    }

    void set(int index, Fact fact) {
        facts()[index] = fact;
        packed = null;
    }

    void remove(int index) {
        Fact[] rows = facts();
        System.arraycopy(rows, index + 1, rows, index, size - index - 1);
        size--;
        packed = null;
    }

    private void insert(int index, Fact fact) {
        Fact[] rows = facts();
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, Math.max(4, size + size / 2));
        }
        System.arraycopy(rows, index, rows, index + 1, size - index);
        rows[index] = fact;
        facts = rows;
        size++;
        packed = null;
    }

    private int find(Fact version) {
        Fact[] rows = facts();
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = rows[middle].compareKey(version);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
