package dev.forewarn.engine.job;

import dev.forewarn.engine.catalogue.CatalogueReader;
import dev.forewarn.engine.config.ConfigFaults;
import dev.forewarn.engine.document.Fault;
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

    JobArguments {
        settings = Map.copyOf(settings);
    }

    /**
     * Reads {@code --catalogue DIR} and {@code --KEY VALUE} for settings.
     *
     * @throws ConfigFaults with every fault, those of the catalogue included
     */
    static JobArguments parse(String... args) {
        List<String> faults = new ArrayList<>();
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length) {
                faults.add("arguments are pairs of --KEY VALUE; got '" + args[i] + "' at place " + (i + 1));
            } else {
                settings.put(args[i].substring(2), args[i + 1]);
            }
        }
        String bundle = bundle(settings.remove(CATALOGUE), faults);
        if (!faults.isEmpty()) {
            throw new ConfigFaults(faults);
        }
        return new JobArguments(bundle, settings);
    }

    private static String bundle(@Nullable String folder, List<String> faults) {
        if (folder == null || !Files.isDirectory(Path.of(folder))) {
            faults.add("--" + CATALOGUE + " must name the folder of a catalogue; got " + folder);
            return "";
        }
        CatalogueReader.Result result = CatalogueReader.read(Path.of(folder));
        if (result instanceof CatalogueReader.Read read) {
            return read.bundle().text();
        }
        ((CatalogueReader.Faulty) result).faults().stream().map(Fault::toString).forEach(faults::add);
        return "";
    }
}
