package dev.forewarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.cli.mapping.Mapping;
import dev.forewarn.cli.replay.MappingFiles;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.engine.catalogue.CatalogueReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of examples can be used as it stands. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "config", "examples");

    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void mappingsAndCatalogueHaveNoFaultsAndCountTheSameDays(Path folder) throws IOException {
        CatalogueReader.Result result = CatalogueReader.read(folder.resolve("catalogue"));
        assertThat(result).isInstanceOf(CatalogueReader.Read.class);
        Catalogue catalogue = ((CatalogueReader.Read) result).bundle().catalogue();

        List<Mapping> mappings = MappingFiles.read(List.of(folder.resolve("mappings")), null);
        assertThat(mappings).isNotEmpty();
        assertThat(mappings)
                .extracting(Mapping::zone)
                .containsOnly(catalogue.days().zone());
    }

    static List<Path> calibrated() throws IOException {
        return folders().stream()
                .map(folder -> folder.resolve("calibrated"))
                .filter(Files::isDirectory)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("calibrated")
    void aCalibratedCatalogueDiffersInPointsAndClassesOnly(Path folder) throws IOException {
        Path visits = folder.resolveSibling("visits");
        Path base = Files.isDirectory(visits) ? visits : folder.resolveSibling("catalogue");
        assertThat(CatalogueReader.read(base)).isInstanceOf(CatalogueReader.Read.class);
        assertThat(CatalogueReader.read(folder)).isInstanceOf(CatalogueReader.Read.class);
        try (Stream<Path> files = Files.list(base)) {
            for (Path file : files.toList()) {
                assertThat(unfitted(folder.resolve(String.valueOf(file.getFileName()))))
                        .isEqualTo(unfitted(file));
            }
        }
    }

    private static List<String> unfitted(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("# Points fitted"))
                .map(line -> line.replaceAll("^(\\s*(points|classes):).*", "$1"))
                .toList();
    }
}
