package dev.forewarn.engine.job;

import dev.forewarn.engine.catalogue.CatalogueReader;
import dev.forewarn.engine.config.ConfigFaults;
import dev.forewarn.engine.config.SettingsFile;
import dev.forewarn.engine.document.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is given on the command line of a cluster.
 *
 * @param bundle text of the catalogue for empty state, known to be sound
 * @param settings settings by key
 */
record JobArguments(String bundle, Map<String, String> settings) {

    private static final String CATALOGUE = "catalogue";
    private static final String SETTINGS = "settings";

    JobArguments {
        settings = Map.copyOf(settings);
    }

    /**
     * Reads {@code --catalogue DIR|BUNDLE}, {@code --settings FILE} and {@code --KEY VALUE} for settings, which
     * overrule those of the file.
     *
     * @throws ConfigFaults with every fault, those of the catalogue included
     */
    static JobArguments parse(String... args) {
        List<String> faults = new ArrayList<>();
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length) {
                faults.add("arguments are pairs of --KEY VALUE; got '" + args[i] + "' at place " + (i + 1));
            } else {
                given.put(args[i].substring(2), args[i + 1]);
            }
        }
        String bundle = bundle(given.remove(CATALOGUE), faults);
        String file = given.remove(SETTINGS);
        Map<String, String> settings = new HashMap<>();
        if (file != null) {
            settings.putAll(SettingsFile.read(Path.of(file), faults));
        }
        settings.putAll(given);
        if (!faults.isEmpty()) {
            throw new ConfigFaults(faults);
        }
        return new JobArguments(bundle, settings);
    }

    private static String bundle(@Nullable String place, List<String> faults) {
        if (place == null || !Files.exists(Path.of(place))) {
            faults.add("--" + CATALOGUE + " must name the folder of a catalogue or the file of a bundle; got " + place);
            return "";
        }
        CatalogueReader.Result result = read(Path.of(place), faults);
        if (result instanceof CatalogueReader.Read read) {
            return read.bundle().text();
        }
        if (result instanceof CatalogueReader.Faulty faulty) {
            faulty.faults().stream().map(Fault::toString).forEach(faults::add);
        }
        return "";
    }

    private static CatalogueReader.@Nullable Result read(Path place, List<String> faults) {
        if (Files.isDirectory(place)) {
            return CatalogueReader.read(place);
        }
        try {
            return CatalogueReader.read(Files.readString(place));
        } catch (IOException e) {
            faults.add("--" + CATALOGUE + " " + place + " cannot be read: " + e);
            return null;
        }
    }
}
