package dev.forewarn.console.catalogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A catalogue as it stands on its topic: a line that names its form, then each file behind its name and its lines. */
public final class BundleText {

    private static final Pattern FILE = Pattern.compile("=== ([^/\\\\\\s]{1,100}) (\\d{1,7})");

    private BundleText() {}

    /** Texts by file name; what is not of this form is left out, since nobody is to be stopped by it. */
    public static Map<String, String> files(String bundle) {
        List<String> lines = bundle.lines().toList();
        Map<String, String> files = new TreeMap<>();
        int next = 1;
        while (next < lines.size()) {
            Matcher name = FILE.matcher(lines.get(next));
            if (!name.matches()) {
                return files;
            }
            int end = Math.min(lines.size(), next + 1 + Integer.parseInt(name.group(2)));
            files.put(name.group(1), String.join("\n", lines.subList(next + 1, end)) + "\n");
            next = end;
        }
        return files;
    }
}
