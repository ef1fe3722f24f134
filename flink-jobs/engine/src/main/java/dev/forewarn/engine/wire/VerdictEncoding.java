package dev.forewarn.engine.wire;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Verdict;
import dev.forewarn.avro.Wire;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Verdicts on published catalogues as messages. */
public final class VerdictEncoding {

    /** Key of verdicts on the topic of catalogues. */
    public static final String KEY = "verdict";

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
        return audit(verdict);
    }

    /** The message for a bundle that was refused, with all faults as far as there is room. */
    public static Outbound refused(CatalogueRecord record, RejectReason reason, String detail, String previous) {
        return audit(refusal(record, reason, detail, previous));
    }

    /** The verdict, for the topic of catalogues, on a bundle that is refused without a trial. */
    public static Outbound condemned(CatalogueRecord record, RejectReason reason, String detail, String previous) {
        return log(refusal(record, reason, detail, previous));
    }

    /** The verdict, for the topic of catalogues, on a bundle that was tried. When it takes effect follows from that. */
    public static Outbound tried(CatalogueRecord record, String version, TrialCount count) {
        Verdict verdict = about(record, count.previousVersion());
        verdict.setVersion(version);
        verdict.setAccepted(!count.isTooMany());
        verdict.setReason(count.isTooMany() ? RejectReason.TOO_MANY_WORSE.wireName() : ACCEPTED);
        verdict.setDetail(count.isTooMany() ? count.inWords() : "");
        verdict.setAllowedWorse(count.allowedWorse());
        verdict.setEntities(count.entities());
        verdict.setWorse(count.worse());
        verdict.setBetter(count.better());
        return log(verdict);
    }

    /**
     * The message for the audit from a verdict of the topic of catalogues.
     *
     * @param effectiveAtMs from when on the bundle is in force, in ms since 1970; null if it was refused
     */
    public static Outbound decided(byte[] message, @Nullable Long effectiveAtMs) {
        if (Wire.decode(message, Verdict.class) instanceof Decoded.Value<Verdict> read) {
            Verdict verdict = read.value();
            verdict.setEffectiveAt(effectiveAtMs == null ? null : Instant.ofEpochMilli(effectiveAtMs));
            return audit(verdict);
        }
        throw new IllegalArgumentException("a verdict has been read before it is audited");
    }

    private static Verdict refusal(CatalogueRecord record, RejectReason reason, String detail, String previous) {
        Verdict verdict = about(record, previous);
        verdict.setReason(reason.wireName());
        verdict.setDetail(Texts.cut(detail, Limits.REJECT_DETAIL_CHARACTERS));
        return verdict;
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
        verdict.setOffset(record.offset());
        return verdict;
    }

    private static Outbound log(Verdict verdict) {
        return Outbound.of(Outbound.Channel.VERDICTS, KEY, Wire.encode(verdict));
    }

    private static Outbound audit(Verdict verdict) {
        return Outbound.of(Outbound.Channel.AUDIT, verdict.getStage(), Wire.encode(verdict));
    }
}
