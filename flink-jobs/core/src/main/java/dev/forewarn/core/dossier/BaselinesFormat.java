package dev.forewarn.core.dossier;

import dev.forewarn.core.assess.Baselines;
import dev.forewarn.core.assess.DomainStanding;
import dev.forewarn.core.bytes.Packer;
import dev.forewarn.core.bytes.Unpacker;
import dev.forewarn.core.event.OfficialClass;
import dev.forewarn.core.fusion.FusionMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The packed form of {@link Baselines}, part of the dossier's. */
final class BaselinesFormat {

    private BaselinesFormat() {}

    static void write(Baselines baselines, Packer packer) {
        packer.writeVar(baselines.classes().size());
        for (Baselines.Baseline baseline : baselines.classes()) {
            write(baseline.standing(), packer);
            packer.writeVar(baseline.parts().size());
            for (Baselines.Part part : baseline.parts()) {
                packer.writeText(part.id());
                packer.writeSigned(part.points());
            }
        }
        OfficialClass official = baselines.official();
        packer.writeByte(official == null ? 0 : 1);
        if (official != null) {
            packer.writeText(official.entityId());
            packer.writeSigned(official.recordedAtMs());
            packer.writeVar(official.month());
            packer.writeVar(official.labels().size());
            official.labels().forEach((domain, label) -> {
                packer.writeText(domain);
                packer.writeText(label);
            });
        }
    }

    private static void write(DomainStanding standing, Packer packer) {
        packer.writeText(standing.domain());
        packer.writeVar(standing.score());
        packer.writeVar(standing.scale());
        packer.writeText(standing.scoreLabel());
        packer.writeText(standing.label());
        packer.writeText(standing.fusedLabel());
        packer.writeText(standing.baseline() == null ? "" : standing.baseline());
        packer.writeByte(standing.fusionMode().code());
        packer.writeVar(standing.fusedByMode().size());
        for (FusionMode mode : FusionMode.values()) {
            String label = standing.fusedByMode().get(mode);
            if (label != null) {
                packer.writeByte(mode.code());
                packer.writeText(label);
            }
        }
    }

    static Baselines read(Unpacker unpacker) {
        List<Baselines.Baseline> classes = new ArrayList<>();
        for (int left = unpacker.readCount(); left > 0; left--) {
            DomainStanding standing = readStanding(unpacker);
            List<Baselines.Part> parts = new ArrayList<>();
            for (int more = unpacker.readCount(); more > 0; more--) {
                parts.add(new Baselines.Part(unpacker.readText(), (int) unpacker.readSigned()));
            }
            classes.add(new Baselines.Baseline(standing, parts));
        }
        @Nullable OfficialClass official = unpacker.readByte() == 0 ? null : readOfficial(unpacker);
        return classes.isEmpty() && official == null ? Baselines.NONE : new Baselines(classes, official);
    }

    private static DomainStanding readStanding(Unpacker unpacker) {
        String domain = unpacker.readText();
        int score = (int) unpacker.readVar();
        int scale = (int) unpacker.readVar();
        String scoreLabel = unpacker.readText();
        String label = unpacker.readText();
        String fusedLabel = unpacker.readText();
        String baseline = unpacker.readText();
        FusionMode mode = FusionMode.ofCode(unpacker.readByte());
        Map<FusionMode, String> byMode = new EnumMap<>(FusionMode.class);
        for (int left = unpacker.readCount(); left > 0; left--) {
            byMode.put(FusionMode.ofCode(unpacker.readByte()), unpacker.readText());
        }
        return new DomainStanding(
                domain,
                score,
                scale,
                scoreLabel,
                label,
                fusedLabel,
                baseline.isEmpty() ? null : baseline,
                mode,
                byMode);
    }

    private static OfficialClass readOfficial(Unpacker unpacker) {
        String entityId = unpacker.readText();
        long recordedAtMs = unpacker.readSigned();
        int month = (int) unpacker.readVar();
        SortedMap<String, String> labels = new TreeMap<>();
        for (int left = unpacker.readCount(); left > 0; left--) {
            labels.put(unpacker.readText(), unpacker.readText());
        }
        if (entityId.isEmpty() || labels.isEmpty()) {
            throw new IllegalStateException("a packed official class names no entity or no domain");
        }
        return new OfficialClass(entityId, recordedAtMs, month, labels);
    }
}
