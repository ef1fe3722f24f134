package dev.forewarn.cli.bench;

import dev.forewarn.cli.catalogue.Bundles;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import dev.forewarn.engine.catalogue.CatalogueReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shipped catalogue, and one that differs from it for everybody. */
final class BenchCatalogues {

    private static final Pattern POINTS_EACH = Pattern.compile("\\beach: (\\d{2,4})\\b");

    private BenchCatalogues() {}

    static CatalogueBundle shipped() throws IOException {
        return read(files());
    }

    /** Every fact that is worth ten points or more is worth one point less. */
    static CatalogueBundle changed() throws IOException {
        Map<String, String> files = files();
        files.replaceAll((name, text) ->
                POINTS_EACH.matcher(text).replaceAll(points -> "each: " + (Integer.parseInt(points.group(1)) - 1)));
        return read(files);
    }

    private static CatalogueBundle read(Map<String, String> files) {
        return Bundles.sound(CatalogueReader.read(files), "the shipped catalogue");
    }

    private static Map<String, String> files() throws IOException {
        Path folder = Path.of(System.getProperty("forewarn.home", "."), "config", "catalogue");
        if (!Files.isDirectory(folder)) {
            throw new Refusal("there is no catalogue folder " + folder + "; start this by the launcher");
        }
        Map<String, String> files = new TreeMap<>();
        List<Path> found;
        try (Stream<Path> listed = Files.list(folder)) {
            found = listed.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
        for (Path file : found) {
            files.put(String.valueOf(file.getFileName()), Files.readString(file));
        }
        return files;
    }
}
