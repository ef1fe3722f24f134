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
}
