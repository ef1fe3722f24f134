package dev.forewarn.engine.operator;

import dev.forewarn.engine.state.StateSchema;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.RejectReason;
import dev.forewarn.engine.wire.SourceDecoding;
import dev.forewarn.engine.wire.SourceEncoding;
import dev.forewarn.engine.wire.VerdictDecoding;
import dev.forewarn.engine.wire.VerdictEncoding;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts the records of the catalogue topic together in their order: which publications wait for a verdict, and which
 * verdict decides what. About one publication the first verdict counts. Everybody who reads the same records comes to
 * the same answer, whatever the settings and the release.
 */
final class Ledger {

    /** Those that wait, by offset. */
    private final TreeMap<Long, CatalogueRecord> undecided = new TreeMap<>();

    /** What a record means. */
    sealed interface Entry {}

    /** A catalogue that is to be in force, and waits for a verdict from now on. */
    record Waiting(CatalogueRecord publication) implements Entry {}

    /**
     * The verdict on one that has waited.
     *
     * @param verdict the record that holds it
     */
    record Decided(CatalogueRecord publication, CatalogueRecord verdict, VerdictDecoding.Ruling ruling)
            implements Entry {}

    /** A record that needs no verdict: of the shadow stage, or of none. */
    record Undisputed(CatalogueRecord publication) implements Entry {}

    /** A record that tells whether a source is silent. */
    record OfSource(CatalogueRecord record) implements Entry {}

    /** A verdict, or what is told of a source, that cannot be read. */
    record Garbled(CatalogueRecord record, RejectReason reason, String detail) implements Entry {}

    /** A verdict on what does not wait, or waits no more. */
    record Spent() implements Entry {}

    /** Takes the next record. One that has been taken before means the same again. */
    Entry take(CatalogueRecord record) {
        return switch (record.stage()) {
            case BundleCheck.LIVE -> await(record);
            case VerdictEncoding.KEY -> decide(record);
            default -> SourceEncoding.isKey(record.stage()) ? told(record) : new Undisputed(record);
        };
    }

    /** Those that wait for a verdict, in order. */
    Collection<CatalogueRecord> undecided() {
        return undecided.values();
    }

    /** Offsets of the publications that have a verdict among these records. */
    static Set<Long> decidedIn(List<CatalogueRecord> records) {
        Ledger whole = new Ledger();
        Set<Long> offsets = new HashSet<>();
        for (CatalogueRecord record : records) {
            if (whole.take(record) instanceof Decided verdict) {
                offsets.add(verdict.publication().offset());
            }
        }
        return offsets;
    }

    private Entry await(CatalogueRecord record) {
        undecided.put(record.offset(), record);
        if (undecided.size() > StateSchema.BUNDLES) {
            undecided.pollFirstEntry();
        }
        return new Waiting(record);
    }

    private static Entry told(CatalogueRecord record) {
        return SourceDecoding.of(record.text()) instanceof SourceDecoding.Unreadable unreadable
                ? new Garbled(record, unreadable.reason(), unreadable.detail())
                : new OfSource(record);
    }

    private Entry decide(CatalogueRecord record) {
        VerdictDecoding decoding = VerdictDecoding.of(record.text());
        if (decoding instanceof VerdictDecoding.Unreadable unreadable) {
            return new Garbled(record, unreadable.reason(), unreadable.detail());
        }
        VerdictDecoding.Ruling ruling = (VerdictDecoding.Ruling) decoding;
        CatalogueRecord publication = undecided.remove(ruling.offset());
        return publication == null ? new Spent() : new Decided(publication, record, ruling);
    }
}
