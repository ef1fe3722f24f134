package dev.forewarn.avro;

import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the promise of the wire: every release reads what every other release wrote.
 *
 * <p>By {@code SchemaCompatibility}, both ways. Avro's {@code SchemaValidatorBuilder} will not do: it passes an enum
 * that gained a symbol for which old readers have no default.
 */
class SchemaCompatibilityTest {

    private static final Path HISTORY = Path.of("src/main/resources/history");
    private static final Path PROPOSED = Path.of("target/history");

    @ParameterizedTest
    @EnumSource
    void presentAndReleasedSchemasReadEachOther(RecordKind kind) {
        for (Schema released : releases(kind)) {
            assertReads(kind.schema(), released);
            assertReads(released, kind.schema());
        }
    }

    @ParameterizedTest
    @EnumSource
    void presentSchemaIsReleased(RecordKind kind) throws IOException {
        List<Schema> releases = releases(kind);
        Schema present = withoutStringTypes(kind.schema());
        Path file = PROPOSED.resolve(kind.recordName()).resolve((releases.size() + 1) + ".avsc");
        Files.createDirectories(file.getParent());
        Files.writeString(file, SchemaFormatter.format("json/pretty", present) + "\n");
        assertThat(releases.stream().map(SchemaNormalization::parsingFingerprint64))
                .as(
                        "%s has changed: copy avro/%s to avro/%s",
                        kind.recordName(), file, HISTORY.resolve(kind.recordName()))
                .contains(SchemaNormalization.parsingFingerprint64(present));
    }

    /** A fingerprint covers neither logical types nor defaults, so these may never differ under one fingerprint. */
    @ParameterizedTest
    @EnumSource
    void schemasOfOneFingerprintMeanTheSame(RecordKind kind) {
        for (Schema released : releases(kind)) {
            if (fingerprint(released) == fingerprint(kind.schema())) {
                assertThat(meaning(released)).isEqualTo(meaning(withoutStringTypes(kind.schema())));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void fingerprintsOfReleasesAreKnown(RecordKind kind) {
        for (Schema released : releases(kind)) {
            assertThat(ReleasedSchemas.byFingerprint(fingerprint(released)))
                    .isNotNull()
                    .extracting(ReleasedSchemas.Writer::kind)
                    .isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @EnumSource
    void releasesAreNumberedWithoutGaps(RecordKind kind) throws IOException {
        try (Stream<Path> files = Files.list(HISTORY.resolve(kind.recordName()))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, releases(kind).size())
                                    .mapToObj(number -> number + ".avsc")
                                    .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void fieldsAddedSinceTheFirstReleaseHaveDefaults(RecordKind kind) {
        Map<String, Schema> first = named(releases(kind).get(0));
        named(kind.schema()).forEach((name, schema) -> {
            Schema before = first.get(name);
            if (schema.getType() == Schema.Type.RECORD && before != null) {
                assertThat(schema.getFields())
                        .allMatch(field -> field.hasDefaultValue() || before.getField(field.name()) != null);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyEnumFallsBackToUnknown(RecordKind kind) {
        assertThat(named(kind.schema()).values())
                .filteredOn(schema -> schema.getType() == Schema.Type.ENUM)
                .allMatch(schema -> "UNKNOWN".equals(schema.getEnumDefault()));
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldIsExplainedAndWhatMayBeMissingIsMissingByDefault(RecordKind kind) {
        for (Schema schema : named(kind.schema()).values()) {
            assertThat(schema.getDoc()).as(schema.getName()).isNotBlank();
            if (schema.getType() == Schema.Type.RECORD) {
                assertThat(schema.getFields()).as(schema.getName()).allMatch(SchemaCompatibilityTest::isSound);
            }
        }
    }

    private static boolean isSound(Schema.Field field) {
        boolean explained = field.doc() != null && field.doc().endsWith(".");
        return switch (field.schema().getType()) {
            case UNION, ARRAY, MAP -> explained && field.hasDefaultValue();
            default -> explained;
        };
    }

    private static void assertReads(Schema reader, Schema writer) {
        SchemaCompatibility.SchemaPairCompatibility pair =
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        assertThat(pair.getType()).as(pair.getDescription()).isEqualTo(COMPATIBLE);
    }

    private static List<Schema> releases(RecordKind kind) {
        return Stream.iterate(1, number -> number + 1)
                .<@Nullable Schema>map(number -> ReleasedSchemas.release(kind, number))
                .takeWhile(schema -> schema != null)
                .toList();
    }

    private static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    /** The schema but for its comments. */
    private static String meaning(Schema schema) {
        return schema.toString().replaceAll(",?\"doc\":\"(?:[^\"\\\\]|\\\\.)*\"", "");
    }

    /** The code generator notes in its schemas which Java type text becomes; that is no business of a reader. */
    private static Schema withoutStringTypes(Schema schema) {
        String text = schema.toString()
                .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"")
                .replace(",\"avro.java.string\":\"String\"", "");
        return new Schema.Parser().parse(text);
    }

    private static Map<String, Schema> named(Schema schema) {
        Map<String, Schema> found = new LinkedHashMap<>();
        collect(schema, found);
        return found;
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM -> found.put(schema.getFullName(), schema);
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            case UNION -> new ArrayList<>(schema.getTypes()).forEach(type -> collect(type, found));
            default -> {
                // Primitive types have no name.
            }
        }
    }
}
