package dev.forewarn.cli.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of JSON lines: one object on each line. Numbers and truth values are read as text, null and absent members as
 * empty text, members of inner objects as {@code outer.inner}, arrays as JSON.
 */
final class JsonLines extends RowReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final String file;
    private final String charset;
    private final BufferedReader lines;
    private long number;

    JsonLines(String file, CountedBytes bytes, InputStream plain, RowFormat format) throws IOException {
        super(bytes);
        this.file = file;
        this.charset = format.charset().name();
        this.lines = textOf(plain, format.charset());
    }

    @Override
    public @Nullable List<String> header() {
        return null;
    }

    @Override
    public @Nullable Row next() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                return row(line);
            }
        }
        return null;
    }

    private Row row(String line) {
        if (line.indexOf('\uFFFD') >= 0) {
            return damaged(line, "the text is " + charset + "; got other bytes");
        }
        try {
            JsonNode node = JSON.readTree(line);
            if (node.isObject()) {
                return new Row(file, number, values(node), null);
            }
            return damaged(line, "a line holds one JSON object; got " + node.getNodeType());
        } catch (JsonProcessingException e) {
            return damaged(line, "a line holds one JSON object; got " + e.getOriginalMessage());
        }
    }

    private Row damaged(String line, String why) {
        return new Row(file, number, Map.of("line", line), why);
    }

    private static Map<String, String> values(JsonNode object) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        collect("", object, names, values);
        return new RowValues(new Columns(names), values.toArray(String[]::new));
    }

    private static void collect(String prefix, JsonNode object, List<String> names, List<String> values) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = prefix + member.getKey();
            JsonNode value = member.getValue();
            if (value.isObject()) {
                collect(name + ".", value, names, values);
            } else if (!value.isNull()) {
                names.add(name);
                values.add(value.isArray() ? value.toString() : value.asText());
            }
        }
    }
}
