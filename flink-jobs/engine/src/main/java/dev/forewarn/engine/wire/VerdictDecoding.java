package dev.forewarn.engine.wire;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Verdict;
import dev.forewarn.avro.Wire;

/** What came of reading a verdict from the topic of catalogues. */
public sealed interface VerdictDecoding {

    /**
     * It could be read.
     *
     * @param offset of the publication that it is about; -1 if it does not say
     * @param reason why that is refused; {@code accepted} if it is not
     */
    record Ruling(long offset, boolean isAccepted, String reason, String detail) implements VerdictDecoding {}

    /** It could not. */
    record Unreadable(RejectReason reason, String detail) implements VerdictDecoding {}

    /** Reads a message. Never throws. */
    static VerdictDecoding of(byte[] message) {
        Decoded<Verdict> decoded = Wire.decode(message, Verdict.class);
        if (decoded instanceof Decoded.Value<Verdict> value) {
            Verdict verdict = value.value();
            Long offset = verdict.getOffset();
            return new Ruling(
                    offset == null ? -1 : offset, verdict.getAccepted(), verdict.getReason(), verdict.getDetail());
        }
        Decoded.Refused<Verdict> refused = (Decoded.Refused<Verdict>) decoded;
        return new Unreadable(RejectReason.of(refused.reason()), refused.detail());
    }
}
