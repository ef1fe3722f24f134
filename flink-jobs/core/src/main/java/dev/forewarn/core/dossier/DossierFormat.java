package dev.forewarn.core.dossier;

import dev.forewarn.core.alert.AlertBook;
import dev.forewarn.core.alert.AlertState;
import dev.forewarn.core.alert.Cause;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.assess.Baselines;
import dev.forewarn.core.bytes.Packer;
import dev.forewarn.core.bytes.Unpacker;
import dev.forewarn.core.fact.FactBook;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The packed dossier. The first byte is the version of the format; an unknown one, or bytes left over, fail the
 * restore.
 */
final class DossierFormat {

    /** The first format. */
    static final int VERSION_1 = 1;

    private final Packer packer = new Packer(2048);

    byte[] write(Dossier dossier) {
        packer.clear();
        packer.writeByte(VERSION_1);
        packer.writeSigned(dossier.clockMs);
        packer.writeFixed64(dossier.planFingerprint);
        packer.writeSigned(dossier.nextChangeDay);
        packer.writeSigned(dossier.nextDropDay);
        packer.writeSigned(dossier.closedMonth);
        packer.writeFixed64(dossier.publishedDigest);
        packer.writeSigned(dossier.timerAtMs);
        packer.writeByte(dossier.isSaturated ? 1 : 0);
        packer.writeVar(dossier.known.length);
        packer.writeBytes(dossier.known, 0, dossier.known.length);
        BaselinesFormat.write(dossier.baselines, packer);
        dossier.book.writeTo(packer);
        List<AlertState> alerts = dossier.alerts.states();
        packer.writeVar(alerts.size());
        alerts.forEach(this::writeAlert);
        SortedMap<String, Long> suppressions = dossier.alerts.suppressions();
        packer.writeVar(suppressions.size());
        suppressions.forEach((ruleId, untilMs) -> {
            packer.writeText(ruleId);
            packer.writeSigned(untilMs);
        });
        return packer.toBytes();
    }

    static Dossier read(byte[] bytes) {
        Unpacker unpacker = new Unpacker(bytes, 0, bytes.length);
        int version = unpacker.readByte();
        if (version != VERSION_1) {
            throw new IllegalStateException("a dossier has the format version " + version
                    + "; this release reads version 1: restore with the release that wrote it");
        }
        long clockMs = unpacker.readSigned();
        long planFingerprint = unpacker.readFixed64();
        int nextChangeDay = (int) unpacker.readSigned();
        int nextDropDay = (int) unpacker.readSigned();
        int closedMonth = (int) unpacker.readSigned();
        long publishedDigest = unpacker.readFixed64();
        long timerAtMs = unpacker.readSigned();
        boolean isSaturated = unpacker.readByte() == 1;
        byte[] known = unpacker.readBytes(unpacker.readCount());
        Baselines baselines = BaselinesFormat.read(unpacker);
        FactBook book = FactBook.readFrom(bytes, unpacker);
        Dossier dossier = new Dossier(book, new AlertBook());
        dossier.clockMs = clockMs;
        dossier.planFingerprint = planFingerprint;
        dossier.nextChangeDay = nextChangeDay;
        dossier.nextDropDay = nextDropDay;
        dossier.closedMonth = closedMonth;
        dossier.publishedDigest = publishedDigest;
        dossier.timerAtMs = timerAtMs;
        dossier.isSaturated = isSaturated;
        dossier.known = known;
        dossier.baselines = baselines;
        int alerts = unpacker.readCount();
        for (int i = 0; i < alerts; i++) {
            dossier.alerts.restore(readAlert(unpacker));
        }
        int suppressions = unpacker.readCount();
        for (int i = 0; i < suppressions; i++) {
            dossier.alerts.restore(unpacker.readText(), unpacker.readSigned());
        }
        if (unpacker.hasMore()) {
            throw new IllegalStateException("a packed dossier has bytes left over at " + unpacker.position());
        }
        return dossier;
    }

    private void writeAlert(AlertState alert) {
        packer.writeText(alert.ruleId());
        packer.writeText(alert.subject());
        packer.writeByte(alert.phase().code());
        packer.writeByte(alert.level().code());
        packer.writeByte(alert.peak().code());
        packer.writeSigned(alert.openedAtMs());
        packer.writeSigned(alert.sinceMs());
        packer.writeByte(alert.fell() == null ? 0 : alert.fell().code());
        packer.writeVar(alert.revision());
        packer.writeText(alert.reference());
        packer.writeByte(alert.isClassified() ? 1 : 0);
        packer.writeVar(alert.domains().size());
        alert.domains().forEach(packer::writeText);
        packer.writeVar(alert.evidenceKeys().size());
        alert.evidenceKeys().forEach(packer::writeFixed64);
        packer.writeVar(alert.evidenceCount());
        HandlingFormat.write(alert.handling(), packer);
    }

    private static AlertState readAlert(Unpacker unpacker) {
        String ruleId = unpacker.readText();
        String subject = unpacker.readText();
        AlertState.Phase phase = AlertState.Phase.ofCode(unpacker.readByte());
        Level level = Level.ofCode(unpacker.readByte());
        Level peak = Level.ofCode(unpacker.readByte());
        long openedAtMs = unpacker.readSigned();
        long sinceMs = unpacker.readSigned();
        int fell = unpacker.readByte();
        int revision = (int) unpacker.readVar();
        String reference = unpacker.readText();
        boolean isClassified = unpacker.readByte() == 1;
        List<String> domains = readTexts(unpacker);
        int keys = unpacker.readCount();
        List<Long> evidenceKeys = new ArrayList<>(keys);
        for (int i = 0; i < keys; i++) {
            evidenceKeys.add(unpacker.readFixed64());
        }
        int evidenceCount = (int) unpacker.readVar();
        return new AlertState(
                ruleId,
                subject,
                phase,
                level,
                peak,
                openedAtMs,
                sinceMs,
                fell == 0 ? null : Cause.ofCode(fell),
                revision,
                reference,
                isClassified,
                domains,
                evidenceKeys,
                evidenceCount,
                HandlingFormat.read(unpacker));
    }

    private static List<String> readTexts(Unpacker unpacker) {
        int count = unpacker.readCount();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(unpacker.readText());
        }
        return texts;
    }
}
