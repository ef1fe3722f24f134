package dev.forewarn.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.core.source.WatchedSource;
import dev.forewarn.engine.timeline.FakeCompiler;
import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.Decoding;
import dev.forewarn.engine.wire.EventDecoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bytes that released versions stored can still be read. Each folder of {@code state-history/<state>/<release>} holds
 * the snapshot of a serializer and one value. To add a release: {@code -Dforewarn.write-history=<release>}, then look
 * at the difference; folders of releases that users run are never rewritten.
 */
class StateHistoryTest {

    private static final Path HISTORY = Path.of("src/test/resources/state-history");
    private static final @Nullable String RELEASE_TO_WRITE = System.getProperty("forewarn.write-history");
    private static final long RECORDED = Messages.at("2026-03-10T12:00");
    private static final WatchedSource SILENT =
            WatchedSource.named(20_000, 2, "Asia/Shanghai").heardOn(20_005).silent();
    private static final SourceNote NOTE =
            new SourceNote(SourceNote.Kind.DROPPED, "court", RECORDED, 20_522, 2, "Asia/Shanghai");
    private static final BundleText BUNDLE = new BundleText("v2", 30_000, 0, "v2 600");

    @ParameterizedTest
    @ValueSource(strings = "0.1.0")
    void aDossierIsReadAndAssessedAsItWas(String release) throws IOException {
        Path folder = HISTORY.resolve("dossier-v1").resolve(release);
        TypeSerializer<byte[]> serializer = serializer(StateSchema.dossier());
        write(folder, release, serializer, dossier());
        byte[] stored = read(folder, serializer);
        Assessment assessment = step().assess(Messages.ENTITY, stored, RECORDED);
        assertThat(assessment.headline()).isEqualTo("B");
        assertThat(assessment.facts()).isEqualTo(2);
        assertThat(Objects.requireNonNull(assessment.profile()).name()).isEqualTo("某某大药房");
    }

    @ParameterizedTest
    @ValueSource(strings = "0.1.0")
    void aCatalogueIsReadAsItWas(String release) throws IOException {
        Path folder = HISTORY.resolve("catalogues-v1").resolve(release);
        MapStateDescriptor<String, BundleText> state = StateSchema.catalogues();
        TypeSerializer<BundleText> serializer = valueSerializer(state);
        write(folder, release, serializer, BUNDLE);
        assertThat(read(folder, serializer)).isEqualTo(BUNDLE);
    }

    @ParameterizedTest
    @ValueSource(strings = "0.1.0")
    void aWatchedSourceIsReadAsItWas(String release) throws IOException {
        Path folder = HISTORY.resolve("watched-source-v1").resolve(release);
        TypeSerializer<WatchedSource> serializer = serializer(StateSchema.watchedSource());
        write(folder, release, serializer, SILENT);
        assertThat(read(folder, serializer)).isEqualTo(SILENT);
    }

    @ParameterizedTest
    @ValueSource(strings = "0.1.0")
    void aNoteOfASourceIsReadAsItWas(String release) throws IOException {
        Path folder = HISTORY.resolve("source-notes-v1").resolve(release);
        ListStateDescriptor<SourceNote> state = StateSchema.sourceNotes();
        state.initializeSerializerUnlessSet(new ExecutionConfig());
        write(folder, release, state.getElementSerializer(), NOTE);
        assertThat(read(folder, state.getElementSerializer())).isEqualTo(NOTE);
    }

    @Test
    void aDossierOfAnUnknownFormatIsNotTakenForOne() {
        byte[] future = dossier();
        future[0] = 99;
        assertThatThrownBy(() -> step().onWake(Messages.ENTITY, future, RECORDED))
                .isInstanceOf(RuntimeException.class);
    }

    private static byte[] dossier() {
        EntityStep step = step();
        byte[] profiled = Objects.requireNonNull(
                step.onEvent(Messages.ENTITY, null, event(Messages.profile(Messages.ENTITY, RECORDED, "某某大药房")))
                        .dossier());
        return Objects.requireNonNull(
                step.onEvent(Messages.ENTITY, profiled, event(Messages.penalty(Messages.ENTITY, RECORDED)))
                        .dossier());
    }

    private static EntityStep step() {
        return new EntityStep(CatalogueTimeline.of(new FakeCompiler().compileChecked(FakeCompiler.BUNDLE)));
    }

    private static dev.forewarn.core.event.Event event(byte[] message) {
        return ((Decoding.Accepted<dev.forewarn.core.event.Event>) EventDecoding.of(message)).value();
    }

    private static <T> TypeSerializer<T> serializer(StateDescriptor<?, T> state) {
        state.initializeSerializerUnlessSet(new ExecutionConfig());
        return state.getSerializer();
    }

    private static <V> TypeSerializer<V> valueSerializer(MapStateDescriptor<String, V> state) {
        state.initializeSerializerUnlessSet(new ExecutionConfig());
        return state.getValueSerializer();
    }

    private static <T> T read(Path folder, TypeSerializer<T> present) throws IOException {
        DataInputDeserializer snapshotBytes =
                new DataInputDeserializer(Files.readAllBytes(folder.resolve("serializer.bin")));
        TypeSerializerSnapshot<T> before = TypeSerializerSnapshotSerializationUtil.readSerializerSnapshot(
                snapshotBytes, StateHistoryTest.class.getClassLoader());
        var compatibility = present.snapshotConfiguration().resolveSchemaCompatibility(before);
        assertThat(compatibility.isIncompatible())
                .as("the state of this release is lost")
                .isFalse();
        TypeSerializer<T> reader = compatibility.isCompatibleAsIs() ? present : before.restoreSerializer();
        return reader.deserialize(new DataInputDeserializer(Files.readAllBytes(folder.resolve("value.bin"))));
    }

    private static <T> void write(Path folder, String release, TypeSerializer<T> serializer, T value)
            throws IOException {
        if (!release.equals(RELEASE_TO_WRITE)) {
            return;
        }
        Files.createDirectories(folder);
        DataOutputSerializer snapshot = new DataOutputSerializer(64);
        TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(snapshot, serializer.snapshotConfiguration());
        Files.write(folder.resolve("serializer.bin"), snapshot.getCopyOfBuffer());
        DataOutputSerializer bytes = new DataOutputSerializer(64);
        serializer.serialize(value, bytes);
        Files.write(folder.resolve("value.bin"), bytes.getCopyOfBuffer());
    }
}
