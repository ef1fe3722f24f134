package dev.forewarn.cli.catalogue;

import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.engine.document.Document;
import dev.forewarn.engine.document.Faults;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A catalogue as its authors wrote it: every part with its keys. Compiled catalogues have forgotten the words; and keys
 * that the language learns later are found here without further ado.
 */
public final class CatalogueTree {

    /** Keys of a file that belong to the whole catalogue, even beside a scheme. */
    private static final List<String> COMMON = List.of("settings", "keep", "measures", "readings", "rules", "sources");

    private static final Map<String, Part.Kind> TABLES = Map.of(
            "measures", Part.Kind.MEASURE,
            "readings", Part.Kind.READING,
            "rules", Part.Kind.RULE,
            "sources", Part.Kind.SOURCE,
            "settings", Part.Kind.SETTING,
            "indicators", Part.Kind.INDICATOR,
            "direct", Part.Kind.DIRECT,
            "groups", Part.Kind.GROUP,
            "mitigation", Part.Kind.MITIGATION);

    private final Map<Part, Map<String, Value>> parts = new LinkedHashMap<>();

    private CatalogueTree() {}

    /** Reads the text of a sound bundle. */
    public static CatalogueTree of(String bundle) {
        CatalogueTree tree = new CatalogueTree();
        BundleFolder.files(bundle).forEach((name, text) -> tree.add(Document.read(name, text, new Faults())));
        return tree;
    }

    /** Every part with its keys, in the order of the files. */
    public Map<Part, Map<String, Value>> parts() {
        return parts;
    }

    /** The parts of one kind that belong to a domain, or to the whole catalogue if that is empty. */
    public Map<Part, Map<String, Value>> parts(Part.Kind kind, String owner) {
        Map<Part, Map<String, Value>> found = new LinkedHashMap<>();
        parts.forEach((part, keys) -> {
            if (part.kind() == kind && part.owner().equals(owner)) {
                found.put(part, keys);
            }
        });
        return found;
    }

    /** The domains of all schemes, the general one first. */
    public List<String> domains() {
        return parts.keySet().stream()
                .filter(part -> part.kind() == Part.Kind.SCHEME)
                .map(Part::owner)
                .sorted(Comparator.comparing(domain -> !domain.equals(Scheme.GENERAL)))
                .toList();
    }

    private void add(Section file) {
        String domain = file.has("scheme") ? file.optional("scheme").text("") : "";
        for (Section.Entry entry : file.entries()) {
            String owner = COMMON.contains(entry.key()) ? "" : domain;
            Part.Kind kind = TABLES.get(entry.key());
            if (kind != null && entry.value().isSection()) {
                entry.value()
                        .section()
                        .entries()
                        .forEach(item -> parts.put(new Part(kind, owner, item.key()), keys(item.value())));
            } else {
                Part part = owner.isEmpty()
                        ? new Part(Part.Kind.SETTING, "", entry.key())
                        : new Part(Part.Kind.SCHEME, owner, "");
                parts.computeIfAbsent(part, created -> new LinkedHashMap<>())
                        .put(owner.isEmpty() ? "" : entry.key(), entry.value());
            }
        }
    }

    private static Map<String, Value> keys(Value value) {
        Map<String, Value> keys = new LinkedHashMap<>();
        if (value.isSection()) {
            value.section().entries().forEach(entry -> keys.put(entry.key(), entry.value()));
        } else {
            keys.put("", value);
        }
        return keys;
    }

    /** A value on one line, written as YAML would be; equal values have equal texts. */
    public static String text(Value value) {
        if (value.isSection()) {
            StringJoiner text = new StringJoiner(", ", "{", "}");
            value.section().entries().forEach(entry -> text.add(entry.key() + ": " + text(entry.value())));
            return text.toString();
        }
        if (value.isList()) {
            StringJoiner text = new StringJoiner(", ", "[", "]");
            value.list().forEach(item -> text.add(text(item)));
            return text.toString();
        }
        return value.text("");
    }
}
