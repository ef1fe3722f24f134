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
 * Tells whether a published record is a sound bundle, and from when on it is in force. Both follow from the record, the
 * settings and the instant of the verdict alone, so that everyone who asks gets the same answer.
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
    sealed interface Outcome {}

    /** The bundle may be what it was published for. */
    record Sound(BundleNews news) implements Outcome {}

    /**
     * It may not.
     *
     * @param detail all faults
     */
    record Unsound(RejectReason reason, String detail) implements Outcome {}

    /** Checks what has been published: a candidate for being in force, or a shadow. */
    Outcome judge(CatalogueRecord record) {
        return switch (record.stage()) {
            case LIVE -> judgeCandidate(record);
            case SHADOW -> read(record, BundleNews.Stage.SHADOW, record.appendedAtMs());
            default ->
                new Unsound(
                        RejectReason.BAD_CATALOGUE,
                        "the key of a bundle is its stage, '" + LIVE + "' or '" + SHADOW + "'");
        };
    }

    /**
     * Reads what a verdict has put in force, whatever else the settings ask for by now.
     *
     * @param decidedAtMs when the broker took in the verdict, in ms since 1970
     */
    Outcome accept(CatalogueRecord record, long decidedAtMs) {
        return read(record, BundleNews.Stage.LIVE, decidedAtMs);
    }

    private Outcome judgeCandidate(CatalogueRecord record) {
        String objection = objection(PublicationNote.of(record.headers()));
        return objection == null
                ? read(record, BundleNews.Stage.CANDIDATE, record.appendedAtMs())
                : new Unsound(RejectReason.NOT_APPROVED, objection);
    }

    private Outcome read(CatalogueRecord record, BundleNews.Stage stage, long fromMs) {
        if (record.text().length > BUNDLE_BYTES) {
            return new Unsound(
                    RejectReason.TOO_LARGE,
                    "a bundle has at most " + BUNDLE_BYTES + " bytes; got " + record.text().length);
        }
        String fault = PublicationNote.of(record.headers()).fault();
        if (fault != null) {
            return new Unsound(RejectReason.BAD_CATALOGUE, fault);
        }
        if (record.text().length == 0) {
            return stage == BundleNews.Stage.SHADOW
                    ? sound(record, stage, fromMs, "", "")
                    : new Unsound(RejectReason.MISSING_VALUE, "a bundle has a text");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(record.text()))
                    .toString();
            return compile(record, stage, fromMs, text);
        } catch (CharacterCodingException e) {
            return new Unsound(RejectReason.BAD_CATALOGUE, "a bundle is text in UTF-8");
        }
    }

    private Outcome compile(CatalogueRecord record, BundleNews.Stage stage, long fromMs, String text) {
        CatalogueCompiler.Outcome outcome;
        try {
            outcome = compiler.compile(text);
        } catch (RuntimeException e) {
            // The reader should say what is wrong. If it fails instead, the one in force must stay all the same.
            return new Unsound(RejectReason.BAD_CATALOGUE, "the reader failed: " + e);
        }
        if (outcome instanceof CatalogueCompiler.Compiled compiled) {
            return sound(record, stage, fromMs, compiled.catalogue().version(), text);
        }
        return new Unsound(
                RejectReason.BAD_CATALOGUE, String.join("\n", ((CatalogueCompiler.Faulty) outcome).faults()));
    }

    private Outcome sound(CatalogueRecord record, BundleNews.Stage stage, long fromMs, String version, String text) {
        Instant wanted = PublicationNote.of(record.headers()).effectiveAt();
        long earliestMs = fromMs + leadMs;
        long effectiveAtMs = wanted == null ? earliestMs : Math.max(earliestMs, wanted.toEpochMilli());
        return new Sound(new BundleNews(
                stage, new BundleText(version, effectiveAtMs, record.appendedAtMs(), text), record.withoutText()));
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
