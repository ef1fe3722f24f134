package dev.forewarn.core.fact;

import dev.forewarn.core.bytes.Packer;
import dev.forewarn.core.bytes.Unpacker;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows of one type, sorted by record key. */
public final class Rows {

    private static final Fact[] NONE = new Fact[0];

    /** No rows. */
    public static final Rows EMPTY = new Rows("", NONE, 0);

    private final String type;
    private Fact[] facts;
    private int size;
    /** The packed section as it was read; null once a row has changed. */
    private byte @Nullable [] packed;

    private int packedFrom;
    private int packedEnd;

    Rows(String type, Fact[] facts, int size) {
        this.type = type;
        this.facts = facts;
        this.size = size;
    }

    /** Reads what {@link #writeTo} wrote; the rows are views on the array, which must not change any more. */
    static Rows readFrom(byte[] bytes, Unpacker unpacker) {
        int start = unpacker.position();
        String type = unpacker.readText();
        int size = unpacker.readCount();
        Fact[] facts = new Fact[size + 1];
        for (int i = 0; i < size; i++) {
            long matches = unpacker.readFixed64();
            long lag = unpacker.readSigned();
            int length = unpacker.readCount();
            int from = unpacker.position();
            unpacker.skip(length);
            facts[i] = new Fact(bytes, from, from + length, lag, matches);
        }
        Rows rows = new Rows(type, facts, size);
        rows.packed = bytes;
        rows.packedFrom = start;
        rows.packedEnd = unpacker.position();
        return rows;
    }

    /** Writes the section; one that has not changed is copied as it was read. */
    void writeTo(Packer packer) {
        if (packed != null) {
            packer.writeBytes(packed, packedFrom, packedEnd - packedFrom);
            return;
        }
        packer.writeText(type);
        packer.writeVar(size);
        for (int i = 0; i < size; i++) {
            Fact fact = facts[i];
            packer.writeFixed64(fact.matches());
            packer.writeSigned(fact.recordedAtMs() - fact.firstRecordedAtMs());
            packer.writeVar(fact.length());
            packer.writeBytes(fact.bytes(), fact.from(), fact.length());
        }
    }

    public String type() {
        return type;
    }

    public int size() {
        return size;
    }

    public Fact get(int index) {
        return facts[index];
    }

    Applied apply(Fact version) {
        int found = find(version);
        packed = null;
        if (found < 0) {
            insert(-found - 1, version);
            return Applied.NEW;
        }
        Fact kept = facts[found];
        int order = version.compareStamp(kept);
        Fact winner = order > 0 ? version : kept;
        // The record became known with its earliest version, whichever of them wins and in whatever order they came.
        long first = Math.min(version.firstRecordedAtMs(), kept.firstRecordedAtMs());
        facts[found] = winner.firstRecordedAtMs() == first ? winner : winner.withFirstRecordedAt(first);
        return order > 0 ? Applied.NEWER : order < 0 ? Applied.OLDER : Applied.DUPLICATE;
    }

    void set(int index, Fact fact) {
        packed = null;
        facts[index] = fact;
    }

    void remove(int index) {
        packed = null;
        System.arraycopy(facts, index + 1, facts, index, size - index - 1);
        size--;
    }

    private void insert(int index, Fact fact) {
        if (size == facts.length) {
            facts = Arrays.copyOf(facts, Math.max(4, size + size / 2));
        }
        System.arraycopy(facts, index, facts, index + 1, size - index);
        facts[index] = fact;
        size++;
    }

    private int find(Fact version) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = facts[middle].compareKey(version);
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
