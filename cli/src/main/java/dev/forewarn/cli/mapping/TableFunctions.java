package dev.forewarn.cli.mapping;

import static dev.forewarn.cli.mapping.RowFunction.text;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.forewarn.engine.document.Nearest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions that read the value tables of the mapping. */
final class TableFunctions {

    private static final CelType TEXT = SimpleType.STRING;

    private TableFunctions() {}

    static List<RowFunction> all(Map<String, Map<String, String>> tables) {
        return List.of(
                RowFunction.of(
                                "lookup",
                                TEXT,
                                List.of(TEXT, TEXT),
                                "what a table of the mapping gives for a text; a text that it lacks refuses the row",
                                a -> lookup(tables, text(a[0]), text(a[1]), null))
                        .checking(0, name -> tableFault(tables, name)),
                RowFunction.of(
                                "lookup",
                                TEXT,
                                List.of(TEXT, TEXT, TEXT),
                                "the same, with what to give for a text that the table lacks",
                                a -> lookup(tables, text(a[0]), text(a[1]), text(a[2])))
                        .checking(0, name -> tableFault(tables, name)));
    }

    private static String lookup(
            Map<String, Map<String, String>> tables, String name, String key, @Nullable String otherwise) {
        Map<String, String> table = tables.get(name);
        if (table == null) {
            throw new BadValue("the mapping has the tables " + tables.keySet(), name);
        }
        String found = table.getOrDefault(Texts.trim(key), otherwise);
        if (found == null) {
            throw new BadValue("the table '" + name + "' names every value", key);
        }
        return found;
    }

    private static @Nullable String tableFault(Map<String, Map<String, String>> tables, String name) {
        return tables.containsKey(name) ? null : "unknown table '" + name + "'; " + Nearest.hint(name, tables.keySet());
    }
}
