package dev.forewarn.avro;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro from a byte array and believes no length that the array cannot hold.
 *
 * <p>Avro's own decoder allocates what a length prefix claims before it looks whether the bytes are there, so that ten
 * hostile bytes cost two gigabytes; and it replaces invalid UTF-8 in silence. Here a string, an array and a map are
 * refused if they claim more bytes or items than are left (no item of ours takes less than a byte), and text must be
 * valid.
 */
final class BoundedDecoder extends Decoder {

    private static final int LONG_BYTES_MAX = 10;

    private final byte[] bytes;
    private int position;

    BoundedDecoder(byte[] bytes, int from) {
        this.bytes = bytes;
        this.position = from;
    }

    int remaining() {
        return bytes.length - position;
    }

    @Override
    public void readNull() {}

    @Override
    public boolean readBoolean() throws IOException {
        byte value = next();
        if (value != 0 && value != 1) {
            throw malformed("a boolean is 0 or 1", value);
        }
        return value == 1;
    }

    @Override
    public int readInt() throws IOException {
        long value = readLong();
        if (value != (int) value) {
            throw malformed("an int has 32 bits", value);
        }
        return (int) value;
    }

    @Override
    public long readLong() throws IOException {
        long raw = 0;
        for (int i = 0; i < LONG_BYTES_MAX; i++) {
            byte part = next();
            raw |= (part & 0x7FL) << (7 * i);
            if (part >= 0) {
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
        throw malformed("a long takes at most ten bytes", LONG_BYTES_MAX + 1);
    }

    @Override
    public float readFloat() throws IOException {
        return ByteBuffer.wrap(bytes, advance(Float.BYTES), Float.BYTES)
                .order(LITTLE_ENDIAN)
                .getFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return ByteBuffer.wrap(bytes, advance(Double.BYTES), Double.BYTES)
                .order(LITTLE_ENDIAN)
                .getDouble();
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) throws IOException {
        return new Utf8(readString());
    }

    @Override
    public String readString() throws IOException {
        int length = readLength();
        int from = advance(length);
        String text = new String(bytes, from, length, UTF_8);
        // The replacement character is rare and legal; only where it stands can the strict reader disagree.
        if (text.indexOf('\uFFFD') >= 0) {
            try {
                UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
            } catch (CharacterCodingException e) {
                throw new IOException("text must be valid UTF-8; got an invalid sequence after byte " + from, e);
            }
        }
        return text;
    }

    @Override
    public void skipString() throws IOException {
        advance(readLength());
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
        int length = readLength();
        byte[] copy = new byte[length];
        System.arraycopy(bytes, advance(length), copy, 0, length);
        return ByteBuffer.wrap(copy);
    }

    @Override
    public void skipBytes() throws IOException {
        advance(readLength());
    }

    @Override
    public void readFixed(byte[] into, int start, int length) throws IOException {
        System.arraycopy(bytes, advance(length), into, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        advance(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return readItemCount();
    }

    @Override
    public long arrayNext() throws IOException {
        return readItemCount();
    }

    @Override
    public long skipArray() throws IOException {
        return readItemCount();
    }

    @Override
    public long readMapStart() throws IOException {
        return readItemCount();
    }

    @Override
    public long mapNext() throws IOException {
        return readItemCount();
    }

    @Override
    public long skipMap() throws IOException {
        return readItemCount();
    }

    /** A negative count announces that the size of the block follows, which only those who skip blocks need. */
    private long readItemCount() throws IOException {
        long count = readLong();
        if (count < 0) {
            count = -count;
            readLength();
        }
        if (count < 0 || count > remaining()) {
            throw malformed("a block has at most as many items as bytes are left, " + remaining(), count);
        }
        return count;
    }

    private int readLength() throws IOException {
        long length = readLong();
        if (length < 0 || length > remaining()) {
            throw malformed("a length lies in [0, " + remaining() + "], the bytes left", length);
        }
        return (int) length;
    }

    private byte next() throws IOException {
        return bytes[advance(1)];
    }

    /** Returns the position before the step. */
    private int advance(int length) throws IOException {
        if (length > remaining()) {
            throw malformed("the next value takes " + length + " bytes", remaining());
        }
        int from = position;
        position += length;
        return from;
    }

    private IOException malformed(String rule, long found) {
        return new IOException(rule + "; got " + found + " at byte " + position);
    }
}
