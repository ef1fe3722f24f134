package dev.forewarn.cli.command;

import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import dev.forewarn.engine.catalogue.CatalogueReader;
import dev.forewarn.engine.document.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds and reads catalogues for commands. */
final class Catalogues {

    private static final String SHIPPED = "config/catalogue";

    private Catalogues() {}

    /**
     * Reads a catalogue, the shipped one if none is named.
     *
     * @throws Refusal with all faults
     */
    static CatalogueBundle read(@Nullable Path given) {
        Path folder = given == null ? home().resolve(SHIPPED) : given;
        if (!Files.isDirectory(folder)) {
            throw new Refusal("there is no catalogue folder " + folder + "; name one with --catalogue");
        }
        CatalogueReader.Result result = CatalogueReader.read(folder);
        if (result instanceof CatalogueReader.Read read) {
            return read.bundle();
        }
        throw new Refusal("the catalogue in " + folder + " has faults:" + System.lineSeparator()
                + text(((CatalogueReader.Faulty) result).faults()));
    }

    /** One line for each fault. */
    static String text(List<Fault> faults) {
        return faults.stream().map(fault -> "  " + fault).collect(Collectors.joining(System.lineSeparator()));
    }

    /** The domains whose teams have an alert topic of their own. */
    static List<String> professionalDomains(CatalogueBundle bundle) {
        return bundle.catalogue().schemes().stream()
                .map(Scheme::domain)
                .filter(domain -> !domain.equals(Scheme.GENERAL))
                .toList();
    }

    /** Where Forewarn lies; the launcher says so. */
    static Path home() {
        return Path.of(System.getProperty("forewarn.home", "."));
    }
}
