package dev.forewarn.cli.catalogue;

import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What changes from one catalogue to another, part by part.
 *
 * @param changes by domain, kind and id
 */
public record CatalogueDiff(List<Change> changes) {

    /** Keys that say something to people and nothing to the engine. */
    private static final List<String> REMARKS = List.of("name", "basis", "department", "owner", "personal-data");

    public CatalogueDiff {
        changes = List.copyOf(changes);
    }

    /** What became of a part. */
    public enum Fate {
        ADDED("new"),
        REMOVED("gone"),
        CHANGED("changed");

        private final String word;

        Fate(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * A part that is not as it was.
     *
     * @param name in Chinese and English; empty if it has none
     * @param keys of a part that changed: those that did, with what stood and stands there; of a new one what it says
     * @param readers of a measure or a shared reading: what reads it, before or after
     */
    public record Change(Part part, Fate fate, String name, List<Key> keys, List<String> readers) {
        public Change {
            keys = List.copyOf(keys);
            readers = List.copyOf(readers);
        }
    }

    /**
     * A key that changed.
     *
     * @param before null if it was not there
     * @param after null if it is no longer there
     * @param isRemark whether it changes no result
     */
    public record Key(
            String key, @Nullable String before, @Nullable String after, boolean isRemark) {}

    /** Compares two sound bundles. */
    public static CatalogueDiff of(String before, String after, Words words) {
        CatalogueTree old = CatalogueTree.of(before);
        CatalogueTree changed = CatalogueTree.of(after);
        TreeSet<Part> all = new TreeSet<>(old.parts().keySet());
        all.addAll(changed.parts().keySet());
        List<Change> changes = new ArrayList<>();
        for (Part part : all) {
            Map<String, Value> from = old.parts().get(part);
            Map<String, Value> to = changed.parts().get(part);
            List<Key> keys = keys(from == null ? Map.of() : from, to == null ? Map.of() : to, words);
            if (from == null || to == null || !keys.isEmpty()) {
                Fate fate = from == null ? Fate.ADDED : to == null ? Fate.REMOVED : Fate.CHANGED;
                TreeSet<String> readers = new TreeSet<>();
                if (isRead(part)) {
                    readers.addAll(readers(old, part.id()));
                    readers.addAll(readers(changed, part.id()));
                }
                Map<String, Value> shown = to == null ? Objects.requireNonNull(from) : to;
                Value name = shown.get("name");
                changes.add(
                        new Change(part, fate, name == null ? "" : Words.bothNames(name), keys, List.copyOf(readers)));
            }
        }
        return new CatalogueDiff(changes);
    }

    private static boolean isRead(Part part) {
        return part.kind() == Part.Kind.MEASURE || part.kind() == Part.Kind.READING;
    }

    /** Whether the two mean the same; remarks may differ. */
    public boolean isRemarksOnly() {
        return changes.stream()
                .allMatch(change ->
                        change.fate() == Fate.CHANGED && change.keys().stream().allMatch(Key::isRemark));
    }

    private static List<Key> keys(Map<String, Value> from, Map<String, Value> to, Words words) {
        List<Key> keys = new ArrayList<>();
        TreeSet<String> all = new TreeSet<>(from.keySet());
        all.addAll(to.keySet());
        for (String key : all) {
            Value before = from.get(key);
            Value after = to.get(key);
            if (before == null || after == null || !CatalogueTree.text(before).equals(CatalogueTree.text(after))) {
                keys.add(new Key(
                        key,
                        before == null ? null : words.of(key, before),
                        after == null ? null : words.of(key, after),
                        REMARKS.contains(key)));
            }
        }
        return keys;
    }

    /** The parts whose text names a measure or a shared reading. */
    private static List<String> readers(CatalogueTree tree, String name) {
        Pattern word = Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])");
        return tree.parts().entrySet().stream()
                // A source names types of facts, which often begin as measures are called.
                .filter(part -> part.getKey().kind() != Part.Kind.MEASURE
                        && part.getKey().kind() != Part.Kind.SOURCE)
                .filter(part -> part.getValue().entrySet().stream()
                        .filter(key -> !REMARKS.contains(key.getKey()))
                        .anyMatch(key ->
                                word.matcher(CatalogueTree.text(key.getValue())).find()))
                .map(part -> part.getKey().id())
                .collect(Collectors.toList());
    }
}
