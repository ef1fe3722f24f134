package dev.forewarn.engine.operator;

import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.PublicationNote;
import dev.forewarn.engine.wire.RejectReason;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a published record is a sound bundle, and from when on it is in force. Both follow from the record
 * alone, so that everyone who asks gets the same answer.
 *
 * @param leadMs how long after its publication a bundle takes effect at the earliest, in ms, at least 0
 * @param approvers who may approve a live bundle, which needs two persons then; empty if nobody need approve
 */
record BundleCheck(CatalogueCompiler compiler, long leadMs, List<String> approvers) implements Serializable {

    /** Key of bundles that are to be in force. */
    static final String LIVE = "live";

    /** Key of bundles that are to be assessed beside it; a record without value ends that. */
    static final String SHADOW = "shadow";

    /** Largest bundle, in bytes. */
    static final int BUNDLE_BYTES = 1 << 20;

    BundleCheck {
        approvers = List.copyOf(approvers);
    }

    /** What came of checking. */
    sealed interface Verdict {}

    /** The bundle may be what it was published for. */
    record Sound(BundleNews news) implements Verdict {}

    /**
     * It may not.
     *
     * @param detail all faults
     */
    record Unsound(RejectReason reason, String detail) implements Verdict {}

    Verdict check(CatalogueRecord record) {
        if (record.text().length > BUNDLE_BYTES) {
            return new Unsound(
                    RejectReason.TOO_LARGE,
                    "a bundle has at most " + BUNDLE_BYTES + " bytes; got " + record.text().length);
        }
        return switch (record.stage()) {
            case LIVE -> check(record, BundleNews.Stage.LIVE);
            case SHADOW -> check(record, BundleNews.Stage.SHADOW);
            default ->
                new Unsound(
                        RejectReason.BAD_CATALOGUE,
                        "the key of a bundle is its stage, '" + LIVE + "' or '" + SHADOW + "'");
        };
    }

    private Verdict check(CatalogueRecord record, BundleNews.Stage stage) {
        PublicationNote note = PublicationNote.of(record.headers());
        String fault = note.fault();
        if (fault != null) {
            return new Unsound(RejectReason.BAD_CATALOGUE, fault);
        }
        String objection = stage == BundleNews.Stage.LIVE ? objection(note) : null;
        if (objection != null) {
            return new Unsound(RejectReason.NOT_APPROVED, objection);
        }
        if (record.text().length == 0 && stage == BundleNews.Stage.LIVE) {
            return new Unsound(RejectReason.MISSING_VALUE, "a bundle has a text");
        }
        if (record.text().length == 0) {
            return sound(record, stage, "", "");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(record.text()))
                    .toString();
            return check(record, stage, text);
        } catch (CharacterCodingException e) {
            return new Unsound(RejectReason.BAD_CATALOGUE, "a bundle is text in UTF-8");
        }
    }

    private Verdict check(CatalogueRecord record, BundleNews.Stage stage, String text) {
        CatalogueCompiler.Outcome outcome;
        try {
            outcome = compiler.compile(text);
        } catch (RuntimeException e) {
            // The reader should say what is wrong. If it fails instead, the one in force must stay all the same.
            return new Unsound(RejectReason.BAD_CATALOGUE, "the reader failed: " + e);
        }
        if (outcome instanceof CatalogueCompiler.Compiled compiled) {
            return sound(record, stage, compiled.catalogue().version(), text);
        }
        return new Unsound(
                RejectReason.BAD_CATALOGUE, String.join("\n", ((CatalogueCompiler.Faulty) outcome).faults()));
    }

    private Verdict sound(CatalogueRecord record, BundleNews.Stage stage, String version, String text) {
        long publishedAtMs = record.appendedAtMs();
        Instant wanted = PublicationNote.of(record.headers()).effectiveAt();
        long earliestMs = publishedAtMs + leadMs;
        long effectiveAtMs = wanted == null ? earliestMs : Math.max(earliestMs, wanted.toEpochMilli());
        return new Sound(new BundleNews(stage, new BundleText(version, effectiveAtMs, publishedAtMs, text)));
    }

    /** What the rule of two persons says against a live bundle; null for nothing. */
    private @Nullable String objection(PublicationNote note) {
        if (approvers.isEmpty()) {
            return null;
        }
        if (note.author().isEmpty() || note.approver().isEmpty()) {
            return "a live catalogue names its author and its approver in its headers; got author '" + note.author()
                    + "' and approver '" + note.approver() + "'";
        }
        if (note.author().equals(note.approver())) {
            return "the author of a catalogue does not approve it; got '" + note.author() + "' as both";
        }
        return approvers.contains(note.approver())
                ? null
                : "a live catalogue is approved by one of " + String.join(", ", approvers) + "; got '" + note.approver()
                        + "'";
    }
}
