package dev.forewarn.core.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a {@link Packer} wrote; anything else fails with {@link IllegalStateException}. */
public final class Unpacker {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private int at;

    public Unpacker(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    public int position() {
        return at;
    }

    public boolean hasMore() {
        return at < end;
    }

    public int readByte() {
        check(1);
        return bytes[at++] & 0xFF;
    }

    public long readVar() {
        if (at < end && bytes[at] >= 0) {
            return bytes[at++];
        }
        return readLongVar();
    }

    private long readLongVar() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            check(1);
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalStateException("a packed number is longer than ten bytes at " + at);
    }

    /** An unsigned number that is a length or a count. */
    public int readCount() {
        long value = readVar();
        if (value < 0 || value > end) {
            throw new IllegalStateException(
                    "a packed count is " + value + ", more than the " + end + " bytes there are");
        }
        return (int) value;
    }

    public long readSigned() {
        long value = readVar();
        return (value >>> 1) ^ -(value & 1);
    }

    public long readFixed64() {
        check(8);
        long value = (long) LONGS.get(bytes, at);
        at += 8;
        return value;
    }

    /** The length that {@link Packer#endLength} filled in. */
    public int readLength() {
        check(4);
        int length = (int) INTS.get(bytes, at);
        at += 4;
        if (length < 0 || length > end - at) {
            throw new IllegalStateException("a packed length is " + length + ", of " + (end - at) + " bytes left");
        }
        return length;
    }

    public String readText() {
        int length = readCount();
        check(length);
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** Reads a text and says whether it is a given one, without making it where both are plain ASCII. */
    public boolean isNext(String text) {
        int length = readCount();
        check(length);
        int from = at;
        at += length;
        if (length != text.length()) {
            return length > text.length() && new String(bytes, from, length, StandardCharsets.UTF_8).equals(text);
        }
        for (int i = 0; i < length; i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    public byte[] readBytes(int length) {
        check(length);
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    public void skip(int length) {
        check(length);
        at += length;
    }

    private void check(int more) {
        if (more > end - at) {
            throw new IllegalStateException(
                    "packed bytes end at " + end + " where " + more + " more are needed at " + at);
        }
    }
}
