package dev.forewarn.core.bytes;

/**
 * A 64-bit digest that never changes, for ordering equal stamps and for comparing content (FNV-1a with a final mix). It
 * is no protection against forgery.
 */
public final class Digest64 {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long state = OFFSET;

    public Digest64 add(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            addByte((int) (value >>> shift));
        }
        return this;
    }

    /** Adds a text and its end, so that "ab","c" differs from "a","bc". */
    public Digest64 add(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            addByte(c);
            if (c > 0x7F) {
                addByte(c >>> 8);
            }
        }
        return add(text.length());
    }

    public long value() {
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    private void addByte(int value) {
        state = (state ^ (value & 0xFF)) * PRIME;
    }
}
