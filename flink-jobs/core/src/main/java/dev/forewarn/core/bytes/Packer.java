package dev.forewarn.core.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Appends numbers and texts to a growing array, small numbers in few bytes. */
public final class Packer {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int size;

    public Packer(int capacity) {
        this.bytes = new byte[Math.max(16, capacity)];
    }

    public int size() {
        return size;
    }

    /** Starts again at the beginning; what was written is gone. */
    public void clear() {
        size = 0;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    public void writeByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    /** An unsigned number, seven bits a byte. */
    public void writeVar(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A signed number, small magnitudes in few bytes. */
    public void writeSigned(long value) {
        writeVar((value << 1) ^ (value >> 63));
    }

    public void writeFixed64(long value) {
        ensure(8);
        LONGS.set(bytes, size, value);
        size += 8;
    }

    /** A text as its length in bytes followed by UTF-8. */
    public void writeText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeVar(utf8.length);
        writeBytes(utf8, 0, utf8.length);
    }

    /** Leaves room for the length of what follows; see {@link #endLength}. */
    public int beginLength() {
        ensure(4);
        size += 4;
        return size;
    }

    /** Fills in the length of all that was written since {@link #beginLength}. */
    public void endLength(int begin) {
        INTS.set(bytes, begin - 4, size - begin);
    }

    public void writeBytes(byte[] source, int from, int length) {
        ensure(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
