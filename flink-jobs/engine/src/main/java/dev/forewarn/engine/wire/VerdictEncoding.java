package dev.forewarn.engine.wire;

import dev.forewarn.avro.Verdict;
import dev.forewarn.avro.Wire;
import java.time.Instant;

/** Verdicts on published catalogues as messages. */
public final class VerdictEncoding {

    private static final String ACCEPTED = "accepted";

    private VerdictEncoding() {}

    /**
     * The message for a bundle that takes effect.
     *
     * @param version hash of its content; empty if it ends the shadow stage
     * @param previous the live catalogue that was accepted before it
     */
    public static Outbound accepted(CatalogueRecord record, String version, long effectiveAtMs, String previous) {
        Verdict verdict = about(record, previous);
        verdict.setVersion(version);
        verdict.setAccepted(true);
        verdict.setReason(ACCEPTED);
        verdict.setEffectiveAt(Instant.ofEpochMilli(effectiveAtMs));
        return message(verdict);
    }

    /** The message for a bundle that was refused, with all faults as far as there is room. */
    public static Outbound refused(CatalogueRecord record, RejectReason reason, String detail, String previous) {
        Verdict verdict = about(record, previous);
        verdict.setReason(reason.wireName());
        verdict.setDetail(Texts.cut(detail, Limits.REJECT_DETAIL_CHARACTERS));
        return message(verdict);
    }

    private static Verdict about(CatalogueRecord record, String previous) {
        PublicationNote note = PublicationNote.of(record.headers());
        Verdict verdict = new Verdict();
        verdict.setStage(Texts.cut(record.stage(), Limits.TEXT_CHARACTERS));
        verdict.setVersion("");
        verdict.setPublishedAt(Instant.ofEpochMilli(record.appendedAtMs()));
        verdict.setDetail("");
        verdict.setAuthor(WireValues.present(note.author()));
        verdict.setApprover(WireValues.present(note.approver()));
        verdict.setComment(WireValues.present(note.comment()));
        verdict.setPreviousVersion(previous);
        return verdict;
    }

    private static Outbound message(Verdict verdict) {
        return Outbound.of(Outbound.Channel.AUDIT, verdict.getStage(), Wire.encode(verdict));
    }
}
