package dev.forewarn.engine.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a file into a text, or says where they are not UTF-8. */
final class Utf8 {

    private static final char MARK = '\uFEFF';

    private Utf8() {}

    /** The text without a mark at its beginning; null if the bytes are not UTF-8, which is then a fault. */
    static @Nullable String decode(String name, byte[] bytes, Faults faults) {
        if (isUtf16(bytes)) {
            faults.add(Place.startOf(name), "a file is written in UTF-8; this one is UTF-16");
            return null;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            faults.add(
                    new Source(name, text.toString()).placeOfIndex(text.length()),
                    "a file is written in UTF-8; here it is not: it may have been saved in another encoding, such as GBK");
            return null;
        }
        return text.length() > 0 && text.get(0) == MARK
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    }
}
