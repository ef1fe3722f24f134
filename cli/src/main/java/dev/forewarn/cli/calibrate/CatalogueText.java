package dev.forewarn.cli.calibrate;

import dev.forewarn.cli.option.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The files of a catalogue as texts, in which points and classes are replaced where they stand and nothing else moves.
 */
final class CatalogueText {

    /** How a file begins whose points were fitted. */
    private static final String MARK = "# Points fitted by 'forewarn calibrate' ";

    private static final String ONLY_OWN =
            "--out takes a folder that is new, empty, or has an older fit of the same catalogue, so that nothing is lost; ";

    private final TreeMap<String, String> files = new TreeMap<>();

    /** A part of a text and what takes its place. */
    private record Patch(int from, int to, String text) {}

    private CatalogueText() {}

    /** Reads the YAML files of a folder. */
    static CatalogueText read(Path folder) throws IOException {
        CatalogueText text = new CatalogueText();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                    text.files.put(name, Files.readString(file));
                }
            }
        }
        return text;
    }

    /** The texts by file name. */
    Map<String, String> files() {
        return Map.copyOf(files);
    }

    CatalogueText copy() {
        CatalogueText copy = new CatalogueText();
        copy.files.putAll(files);
        return copy;
    }

    /**
     * Replaces points and classes of a scheme.
     *
     * @param points YAML by id of the indicator
     * @param classes YAML, null to leave them
     * @param remark how the points were fitted, for the head of the file, in place of an older remark; null for none
     */
    void replace(String domain, Map<String, String> points, @Nullable String classes, @Nullable String remark) {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(file.getValue());
            if (root.isPresent()
                    && root.get() instanceof MappingNode mapping
                    && value(mapping, "scheme") instanceof ScalarNode scheme
                    && scheme.getValue().equals(domain)) {
                String changed = changed(file.getValue(), mapping, points, classes);
                file.setValue(remark == null ? changed : MARK + remark + "\n" + withoutRemark(changed));
                return;
            }
        }
        throw new Refusal("no file of the catalogue begins with 'scheme: " + domain + "'");
    }

    private static String withoutRemark(String text) {
        return text.startsWith(MARK) ? text.substring(text.indexOf('\n') + 1) : text;
    }

    private static String changed(String text, MappingNode root, Map<String, String> points, @Nullable String classes) {
        TreeMap<Integer, Patch> patches = new TreeMap<>();
        IdentityHashMap<Node, String> seen = new IdentityHashMap<>();
        if (value(root, "indicators") instanceof MappingNode indicators) {
            points.forEach((id, replacement) -> {
                if (value(indicators, id) instanceof MappingNode indicator) {
                    Node node = value(indicator, "points");
                    String other = node == null ? null : seen.put(node, id);
                    if (other != null) {
                        throw new Refusal("the points of " + id + " and " + other
                                + " are one in the file (an alias); write them out, so that they can differ");
                    }
                    patch(patches, text, node, replacement);
                }
            });
        }
        if (classes != null) {
            patch(patches, text, value(root, "classes"), classes);
        }
        StringBuilder result = new StringBuilder(text);
        patches.descendingMap().values().forEach(patch -> result.replace(patch.from(), patch.to(), patch.text()));
        return result.toString();
    }

    private static void patch(Map<Integer, Patch> patches, String text, @Nullable Node node, String replacement) {
        if (node == null) {
            return;
        }
        int from = text.offsetByCodePoints(0, node.getStartMark().orElseThrow().getIndex());
        int to = text.offsetByCodePoints(0, node.getEndMark().orElseThrow().getIndex());
        // The end of a block is the start of what follows, blanks and all.
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        patches.put(from, new Patch(from, to, replacement));
    }

    private static @Nullable Node value(MappingNode mapping, String key) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode scalar
                    && scalar.getValue().equals(key)) {
                return tuple.getValueNode();
            }
        }
        return null;
    }

    /**
     * Holds a folder to what may be written into: none yet, an empty one, or one with an older fit of the same files.
     *
     * @throws Refusal if something else is there, that would be lost or become part of the catalogue
     */
    void requireOwn(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new Refusal("--out must be a folder; there is a file " + folder);
        }
        List<Path> there;
        try (Stream<Path> found = Files.list(folder)) {
            there = found.sorted().toList();
        }
        boolean isFitted = there.isEmpty();
        for (Path file : there) {
            if (!files.containsKey(String.valueOf(file.getFileName())) || !Files.isRegularFile(file)) {
                throw new Refusal(ONLY_OWN + file + " is there");
            }
            isFitted |= Files.readString(file).startsWith(MARK);
        }
        if (!isFitted) {
            throw new Refusal(ONLY_OWN + folder + " holds a catalogue that was not fitted");
        }
    }

    /** Writes the texts into a folder, which is made if need be. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
