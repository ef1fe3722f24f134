package dev.forewarn.engine.catalogue;

import dev.forewarn.engine.document.Faults;
import dev.forewarn.engine.document.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of a catalogue and the one text that holds them all. Line ends and the end of a file do not matter: the
 * same content has the same text and the same version on every machine.
 */
final class BundleFiles {

    /** Largest bundle, in bytes: one Kafka record of the default size must hold it. */
    static final int LARGEST_BYTES = 900_000;

    private static final String HEAD = "# forewarn catalogue bundle 1";
    private static final Pattern FILE = Pattern.compile("=== ([^/\\\\\\s]{1,100}) (\\d{1,7})");

    private final SortedMap<String, String> files;

    private BundleFiles(SortedMap<String, String> files) {
        this.files = files;
    }

    static BundleFiles of(Map<String, String> files) {
        TreeMap<String, String> canonical = new TreeMap<>();
        files.forEach((name, text) -> canonical.put(name, canonical(text)));
        return new BundleFiles(canonical);
    }

    /** Takes a text apart; null if it is no bundle, which is then a fault. */
    static @Nullable BundleFiles parse(String text, Faults faults) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
            return refuse(faults, 1, "a bundle begins with '" + HEAD + "'");
        }
        TreeMap<String, String> files = new TreeMap<>();
        int next = 1;
        while (next < lines.size()) {
            Matcher matcher = FILE.matcher(lines.get(next));
            if (!matcher.matches()) {
                return refuse(faults, next + 1, "a file of a bundle begins with '=== NAME LINES'");
            }
            int end = next + 1 + Integer.parseInt(matcher.group(2));
            if (end > lines.size()) {
                return refuse(faults, next + 1, "file '" + matcher.group(1) + "' ends before its last line");
            }
            files.put(matcher.group(1), canonical(String.join("\n", lines.subList(next + 1, end))));
            next = end;
        }
        return new BundleFiles(files);
    }

    SortedMap<String, String> files() {
        return files;
    }

    String text() {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        files.forEach((name, content) -> text.append("=== ")
                .append(name)
                .append(' ')
                .append(content.lines().count())
                .append('\n')
                .append(content));
        return text.toString();
    }

    /** The first 16 hex digits of the SHA-256 of the text. */
    String version() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String canonical(String text) {
        String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String joined = String.join("\n", marked.lines().toList()).stripTrailing();
        return joined.isEmpty() ? "" : joined + "\n";
    }

    private static @Nullable BundleFiles refuse(Faults faults, int line, String reason) {
        faults.add(new Place("bundle", line, 1), reason);
        return null;
    }
}
