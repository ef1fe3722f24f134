package dev.forewarn.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.source.WatchedSource;
import dev.forewarn.engine.operator.BundleNews;
import dev.forewarn.engine.operator.Tally;
import dev.forewarn.engine.wire.Addressed;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Outbound;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateSchemaTest {

    private static final byte[] BYTES = {1, 2, 3};

    @ParameterizedTest
    @ValueSource(
            classes = {
                LogRecord.class,
                Outbound.class,
                Addressed.class,
                CatalogueRecord.class,
                BundleText.class,
                SourceNote.class,
                WatchedSource.class,
                BundleNews.class
            })
    void whatIsStoredOrSentNeedsNoKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }

    @Test
    void whatIsSentArrivesWhole() throws IOException {
        LogRecord record = new LogRecord(LogRecord.Kind.EVENT, "entity", 5, BYTES, 3, 42, 6, "");
        assertThat(sent(record, LogRecord.class)).usingRecursiveComparison().isEqualTo(record);
        Outbound alert = new Outbound(Outbound.Channel.ALERTS, "entity", BYTES, List.of("drug", "food"), true);
        assertThat(sent(alert, Outbound.class)).usingRecursiveComparison().isEqualTo(alert);
        Addressed tick = new Addressed("topic", 2, null, BYTES);
        assertThat(sent(tick, Addressed.class)).usingRecursiveComparison().isEqualTo(tick);
        Addressed message = new Addressed("topic", null, "entity", BYTES);
        assertThat(sent(message, Addressed.class)).usingRecursiveComparison().isEqualTo(message);
        CatalogueRecord catalogue = new CatalogueRecord("live", BYTES, Map.of("author", "li"), 0, 7, 8);
        assertThat(sent(catalogue, CatalogueRecord.class))
                .usingRecursiveComparison()
                .isEqualTo(catalogue);
    }

    @Test
    void whatIsSentAboutCataloguesArrivesWhole() throws IOException {
        CatalogueRecord about = new CatalogueRecord("live", new byte[0], Map.of("author", "li"), 0, 7, 8);
        BundleNews news = new BundleNews(BundleNews.Stage.CANDIDATE, new BundleText("v2", 9, 8, "text"), about);
        assertThat(sent(news, BundleNews.class)).usingRecursiveComparison().isEqualTo(news);
        Tally tally = new Tally(about, "v2", "v1", 0, 2, 100, 4, 5);
        assertThat(sent(tally, Tally.class)).usingRecursiveComparison().isEqualTo(tally);
    }

    @Test
    void namesOfStatesAreKebabCaseWithAVersion() {
        assertThat(List.of(
                        StateSchema.dossier().getName(),
                        StateSchema.shadowDossier().getName(),
                        StateSchema.shadows().getName(),
                        StateSchema.undecided().getName(),
                        StateSchema.watchedSource().getName(),
                        StateSchema.sourceNotes().getName(),
                        StateSchema.lastAccepted().getName(),
                        StateSchema.catalogues().getName()))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*-v\\d+"));
    }

    private static <T> T sent(T value, Class<T> type) throws IOException {
        TypeSerializer<T> serializer = TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(value, out);
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        T arrived = serializer.deserialize(in);
        assertThat(in.available()).isZero();
        return arrived;
    }
}
