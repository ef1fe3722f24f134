package dev.forewarn.engine.operator;

import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.RejectReason;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Tells whether a published record is a sound bundle, and from when on it is in force. Both follow from the record
 * alone, so that everyone who asks gets the same answer.
 *
 * @param leadMs how long after its publication a bundle takes effect, in ms, at least 0
 */
record BundleCheck(CatalogueCompiler compiler, long leadMs) implements Serializable {

    /** Key of bundles that are to be in force. */
    static final String LIVE = "live";

    /** Largest bundle, in bytes. */
    static final int BUNDLE_BYTES = 1 << 20;

    /** What came of checking. */
    sealed interface Verdict {}

    /** The bundle may be put in force. */
    record Sound(BundleText bundle) implements Verdict {}

    /**
     * It may not.
     *
     * @param detail all faults
     */
    record Unsound(RejectReason reason, String detail) implements Verdict {}

    Verdict check(CatalogueRecord record) {
        if (record.text().length == 0) {
            return new Unsound(RejectReason.MISSING_VALUE, "a bundle has a text");
        }
        if (record.text().length > BUNDLE_BYTES) {
            return new Unsound(
                    RejectReason.TOO_LARGE,
                    "a bundle has at most " + BUNDLE_BYTES + " bytes; got " + record.text().length);
        }
        if (!record.stage().equals(LIVE)) {
            return new Unsound(RejectReason.BAD_CATALOGUE, "the key of a bundle is its stage, '" + LIVE + "'");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(record.text()))
                    .toString();
            return check(record, text);
        } catch (CharacterCodingException e) {
            return new Unsound(RejectReason.BAD_CATALOGUE, "a bundle is text in UTF-8");
        }
    }

    private Verdict check(CatalogueRecord record, String text) {
        CatalogueCompiler.Outcome outcome;
        try {
            outcome = compiler.compile(text);
        } catch (RuntimeException e) {
            // The reader should say what is wrong. If it fails instead, the one in force must stay all the same.
            return new Unsound(RejectReason.BAD_CATALOGUE, "the reader failed: " + e);
        }
        if (outcome instanceof CatalogueCompiler.Compiled compiled) {
            long publishedAtMs = record.appendedAtMs();
            return new Sound(
                    new BundleText(compiled.catalogue().version(), publishedAtMs + leadMs, publishedAtMs, text));
        }
        return new Unsound(
                RejectReason.BAD_CATALOGUE, String.join("\n", ((CatalogueCompiler.Faulty) outcome).faults()));
    }
}
