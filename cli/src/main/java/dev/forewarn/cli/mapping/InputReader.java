package dev.forewarn.cli.mapping;

import dev.forewarn.cli.rows.RowFormat;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads what a mapping says about its files: layout, columns, zone, and the tables that expressions look values up in.
 */
final class InputReader {

    private static final Map<String, RowFormat.Kind> KINDS =
            new TreeMap<>(Map.of("csv", RowFormat.Kind.CSV, "jsonl", RowFormat.Kind.JSON_LINES));

    private InputReader() {}

    static RowFormat format(Section input) {
        RowFormat.Kind kind = input.required("format").oneOf(KINDS, RowFormat.Kind.CSV);
        Charset charset = charset(input.optional("encoding"));
        char delimiter = delimiter(input.optional("delimiter"));
        return new RowFormat(kind, charset, delimiter);
    }

    private static Charset charset(Value value) {
        String name = value.text("UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            value.fault(
                    "'encoding' must be a character set that Java knows, such as UTF-8 or GB18030; got '" + name + "'");
            return StandardCharsets.UTF_8;
        }
    }

    private static char delimiter(Value value) {
        String text = value.text(",");
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1 || text.equals("\"")) {
            value.fault("'delimiter' must be one character, or tab; got '" + text + "'");
            return ',';
        }
        return text.charAt(0);
    }

    /** The columns that files are said to have, each with its place; empty if the mapping does not say. */
    static List<ColumnUse> columns(Section input) {
        List<ColumnUse> columns = new ArrayList<>();
        for (Value item : input.optional("columns").items()) {
            columns.add(new ColumnUse(item.text(""), item.place()));
        }
        return columns;
    }

    static ZoneId zone(Value value) {
        String name = value.text("UTC");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            value.fault("'zone' must be a time zone, such as Asia/Shanghai; got '" + name + "'");
            return ZoneOffset.UTC;
        }
    }

    static Map<String, Map<String, String>> tables(Section root) {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        if (!root.has("tables")) {
            return tables;
        }
        for (Section.Entry table : root.optional("tables").section().entries()) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Section.Entry entry : table.value().section().entries()) {
                values.put(Texts.trim(entry.key()), entry.value().text(""));
            }
            tables.put(table.key(), values);
        }
        return tables;
    }
}
