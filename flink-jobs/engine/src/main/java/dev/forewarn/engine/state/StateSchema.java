package dev.forewarn.engine.state;

import dev.forewarn.core.source.WatchedSource;
import dev.forewarn.engine.wire.CatalogueRecord;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** All state of the job. Names are never edited: a new one is added beside an old one, with a migration. */
public final class StateSchema {

    /** How many catalogues are kept. Entities whose clock stands before the oldest of them are read with the oldest. */
    public static final int BUNDLES = 64;

    private StateSchema() {}

    /**
     * What is kept of one entity, packed by the core, which bounds it (4,096 rows, 512 alerts). Key: entity id. Lives
     * while the entity is registered or has facts; the step that finds nothing left clears it.
     */
    public static ValueStateDescriptor<byte[]> dossier() {
        return new ValueStateDescriptor<>("dossier-v1", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    }

    /**
     * The same for the catalogue of the shadow stage: the tag of its publication (eight bytes), then a packed dossier.
     * Lives while there is a shadow; a walk clears it.
     */
    public static ValueStateDescriptor<byte[]> shadowDossier() {
        return new ValueStateDescriptor<>("shadow-dossier-v1", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    }

    /**
     * The texts of the catalogues by publication, the same on every subtask. At most {@link #BUNDLES} of at most 1 MB;
     * the operator that adds one removes the oldest.
     */
    public static MapStateDescriptor<String, BundleText> catalogues() {
        return new MapStateDescriptor<>("catalogues-v1", Types.STRING, TypeInformation.of(BundleText.class));
    }

    /** The texts of the catalogues of the shadow stage by publication, bounded like {@link #catalogues}. */
    public static MapStateDescriptor<String, BundleText> shadows() {
        return new MapStateDescriptor<>("shadows-v1", Types.STRING, TypeInformation.of(BundleText.class));
    }

    /**
     * The published catalogues that wait for a verdict, at most {@link #BUNDLES} of at most 1 MB; the verdict removes
     * them.
     */
    public static ListStateDescriptor<CatalogueRecord> undecided() {
        return new ListStateDescriptor<>("undecided-v1", TypeInformation.of(CatalogueRecord.class));
    }

    /** The version of the live catalogue that was accepted last, for the audit: one entry. */
    public static ListStateDescriptor<String> lastAccepted() {
        return new ListStateDescriptor<>("last-accepted-v1", Types.STRING);
    }

    /**
     * What the watch knows of one source. Key: the name that its events carry. Lives while the catalogue names the
     * source, of which there are at most 256; the note that it no longer does clears it.
     */
    public static ValueStateDescriptor<WatchedSource> watchedSource() {
        return new ValueStateDescriptor<>("watched-source-v1", TypeInformation.of(WatchedSource.class));
    }

    /**
     * What the watch has been told of one source before time came there: at most one note for each day by which the
     * parts of the log are read apart. Acting upon a note removes it.
     */
    public static ListStateDescriptor<SourceNote> sourceNotes() {
        return new ListStateDescriptor<>("source-notes-v1", TypeInformation.of(SourceNote.class));
    }
}
