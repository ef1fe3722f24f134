package dev.forewarn.cli.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that the text of a bundle is made of. */
public final class BundleFolder {

    private static final Pattern FILE = Pattern.compile("=== ([^/\\\\\\s]{1,100}) (\\d{1,7})");

    private BundleFolder() {}

    /**
     * Takes a sound bundle apart.
     *
     * @return texts by file name
     */
    public static Map<String, String> files(String bundle) {
        List<String> lines = bundle.lines().toList();
        Map<String, String> files = new TreeMap<>();
        int next = 1;
        while (next < lines.size()) {
            Matcher matcher = FILE.matcher(lines.get(next));
            if (!matcher.matches()) {
                throw new IllegalArgumentException("line " + (next + 1) + " of the bundle begins no file");
            }
            int end = next + 1 + Integer.parseInt(matcher.group(2));
            files.put(matcher.group(1), String.join("\n", lines.subList(next + 1, end)) + "\n");
            next = end;
        }
        return files;
    }

    /**
     * Writes the files of a sound bundle into a folder, which is made if need be.
     *
     * @throws IOException if the folder holds YAML files already, or cannot be written
     */
    public static void write(String bundle, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> present = Files.list(folder)) {
            if (present.anyMatch(
                    file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))) {
                throw new IOException(folder + " holds a catalogue already; name an empty folder");
            }
        }
        for (Map.Entry<String, String> file : files(bundle).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
