package dev.forewarn.cli.command;

import dev.forewarn.cli.catalogue.Bundles;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.catalogue.Source;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import dev.forewarn.engine.catalogue.CatalogueReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
        return Bundles.read(given == null ? home().resolve(SHIPPED) : given);
    }

    /**
     * Reads a catalogue that is named by its folder, or by a version that was published to an installation.
     *
     * @throws Refusal if it is neither, or cannot be read
     */
    static CatalogueBundle folderOrVersion(String named, HistoryOptions history) {
        if (Files.isDirectory(Path.of(named))) {
            return read(Path.of(named));
        }
        if (!named.matches("[0-9a-f]{4,16}")) {
            throw new Refusal("a catalogue is a folder, or at least four digits of a version; got '" + named + "'");
        }
        return published(named, history);
    }

    /**
     * Reads a version that was published to an installation.
     *
     * @throws Refusal if this release can no longer read it
     */
    static CatalogueBundle published(String version, HistoryOptions history) {
        if (CatalogueReader.read(history.archive().find(version).text()) instanceof CatalogueReader.Read read) {
            return read.bundle();
        }
        throw new Refusal("version '" + version + "' was written for another release and can no longer be read");
    }

    /** The domains whose teams have an alert topic of their own; where sources are named, the data section is one. */
    static List<String> professionalDomains(CatalogueBundle bundle) {
        Stream<String> data = bundle.catalogue().sources().isEmpty() ? Stream.of() : Stream.of(Source.DOMAIN);
        Stream<String> schemes = bundle.catalogue().schemes().stream()
                .map(Scheme::domain)
                .filter(domain -> !domain.equals(Scheme.GENERAL));
        return Stream.concat(schemes, data).distinct().toList();
    }

    /** Where Forewarn lies; the launcher says so. */
    static Path home() {
        return Path.of(System.getProperty("forewarn.home", "."));
    }
}
