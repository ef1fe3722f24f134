package dev.forewarn.cli.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowReaderTest {

    private static final RowFormat CSV = new RowFormat(RowFormat.Kind.CSV, UTF_8, ',');
    private static final RowFormat JSON = new RowFormat(RowFormat.Kind.JSON_LINES, UTF_8, ',');

    @TempDir
    Path folder;

    @Test
    void csvFieldsMayHoldDelimitersQuotesAndLineEnds() throws IOException {
        List<Row> rows = rows(CSV, "id,name\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n2,d\r\n");

        assertThat(rows)
                .extracting(row -> Map.copyOf(row.values()))
                .containsExactly(Map.of("id", "1", "name", "a, \"b\"\r\nc"), Map.of("id", "2", "name", "d"));
        assertThat(rows).extracting(Row::line).containsExactly(2L, 4L);
        assertThat(rows).allMatch(row -> row.damage() == null);
    }

    @Test
    void byteOrderMarkIsNotPartOfTheFirstColumn() throws IOException {
        assertThat(rows(CSV, "\uFEFFid\n7\n").get(0).values()).containsEntry("id", "7");
        assertThat(rows(CSV, "\uFEFF\"id\"\n7\n").get(0).values().get("id")).isEqualTo("7");
        assertThat(rows(JSON, "\uFEFF{\"id\": 7}\n").get(0).values()).containsEntry("id", "7");
    }

    @Test
    void rowWithMoreOrFewerColumnsThanTheHeaderIsDamagedAndTheNextIsRead() throws IOException {
        List<Row> rows = rows(CSV, "a,b\n1\n1,2,3\n1,2\n");

        assertThat(rows)
                .extracting(Row::damage)
                .containsExactly(
                        "a row has as many columns as the header, 2; got 1",
                        "a row has as many columns as the header, 2; got 3",
                        null);
        assertThat(rows.get(0).values().get("b")).isEmpty();
        assertThat(rows.get(1).values()).hasSize(2);
    }

    @Test
    void bytesOfAnotherEncodingDamageTheirRowOnly() throws IOException {
        List<Row> rows = rows(CSV, bytes("a,b\nx,", new byte[] {(byte) 0xB0}, "\nx,y\n"));

        assertThat(rows.get(0).damage()).isEqualTo("the text is UTF-8; got other bytes in column 'b'");
        assertThat(rows.get(1).damage()).isNull();
    }

    @Test
    void chineseEncodingsAreReadWhenNamed() throws IOException {
        Charset gb18030 = Charset.forName("GB18030");
        List<Row> rows = rows(new RowFormat(RowFormat.Kind.CSV, gb18030, ';'), "名称;类\n某药店;二\n".getBytes(gb18030));

        assertThat(rows.get(0).values()).containsEntry("名称", "某药店").containsEntry("类", "二");
    }

    @Test
    void packedFilesAreUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("a\n1\n".getBytes(UTF_8));
        }
        Path file = Files.write(folder.resolve("a.csv.gz"), packed.toByteArray());
        try (RowReader reader = RowReader.open(file, CSV)) {
            assertThat(next(reader).values()).containsEntry("a", "1");
            assertThat(reader.next()).isNull();
            assertThat(reader.bytesRead()).isEqualTo(packed.size());
        }
    }

    @Test
    void fileWithoutAUsableHeaderIsRefusedAsAWhole() {
        assertThatThrownBy(() -> rows(CSV, ""))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("header");
        assertThatThrownBy(() -> rows(CSV, "a,b,a\n"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("'a' twice");
    }

    @Test
    void absentColumnReadsAsEmptyText() throws IOException {
        Row row = rows(CSV, "a\n1\n").get(0);

        assertThat(row.values().get("b")).isEmpty();
        assertThat(row.values()).hasSize(1);
    }

    @Test
    void jsonMembersBecomeText() throws IOException {
        Row row = rows(JSON, "{\"n\": 1.50, \"b\": true, \"o\": {\"i\": \"x\"}, \"l\": [1, \"2\"], \"z\": null}")
                .get(0);

        assertThat(row.values()).isEqualTo(Map.of("n", "1.50", "b", "true", "o.i", "x", "l", "[1,\"2\"]"));
        assertThat(row.values().get("z")).isEmpty();
    }

    @Test
    void brokenJsonLineIsDamagedAndTheNextIsRead() throws IOException {
        List<Row> rows = rows(JSON, "{\"a\": \n\n[1]\n{\"a\": 1}\n{\"a\": 1, \"a\": 2}\n{} x\n");

        assertThat(rows).extracting(Row::line).containsExactly(1L, 3L, 4L, 5L, 6L);
        assertThat(rows).extracting(row -> row.damage() == null).containsExactly(false, false, true, false, false);
        assertThat(rows.get(0).values()).containsEntry("line", "{\"a\": ");
        assertThat(rows.get(1).damage()).isEqualTo("a line holds one JSON object; got ARRAY");
    }

    private List<Row> rows(RowFormat format, String text) throws IOException {
        return rows(format, text.getBytes(UTF_8));
    }

    private List<Row> rows(RowFormat format, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("rows"), bytes);
        List<Row> rows = new ArrayList<>();
        try (RowReader reader = RowReader.open(file, format)) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static Row next(RowReader reader) throws IOException {
        Row row = reader.next();
        assertThat(row).isNotNull();
        return row;
    }

    private static byte[] bytes(String start, byte[] middle, String end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(start.getBytes(UTF_8));
        out.writeBytes(middle);
        out.writeBytes(end.getBytes(UTF_8));
        return out.toByteArray();
    }
}
