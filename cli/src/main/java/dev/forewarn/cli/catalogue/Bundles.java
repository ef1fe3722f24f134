package dev.forewarn.cli.catalogue;

import dev.forewarn.cli.option.Refusal;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import dev.forewarn.engine.catalogue.CatalogueReader;
import dev.forewarn.engine.document.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads catalogues, or says what is wrong with them. */
public final class Bundles {

    private Bundles() {}

    /**
     * Reads the catalogue in a folder.
     *
     * @throws Refusal with all faults
     */
    public static CatalogueBundle read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new Refusal("there is no catalogue folder " + folder + "; name one with --catalogue");
        }
        return sound(CatalogueReader.read(folder), "the catalogue in " + folder);
    }

    /**
     * Takes what was read.
     *
     * @param what names it, as the subject of a sentence
     * @throws Refusal with all faults
     */
    public static CatalogueBundle sound(CatalogueReader.Result result, String what) {
        if (result instanceof CatalogueReader.Read read) {
            return read.bundle();
        }
        throw new Refusal(
                what + " has faults:" + System.lineSeparator() + text(((CatalogueReader.Faulty) result).faults()));
    }

    /** One line for each fault. */
    public static String text(List<Fault> faults) {
        return faults.stream().map(fault -> "  " + fault).collect(Collectors.joining(System.lineSeparator()));
    }
}
