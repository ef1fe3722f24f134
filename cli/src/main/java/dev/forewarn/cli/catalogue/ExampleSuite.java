package dev.forewarn.cli.catalogue;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.engine.document.Document;
import dev.forewarn.engine.document.Fault;
import dev.forewarn.engine.document.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All examples beside a catalogue: the files of its folder {@code examples}.
 *
 * @param runs in the order of the files
 * @param faults what is wrong in the files; the examples of a faulty file still run where they can be read
 */
public record ExampleSuite(List<ExampleRun> runs, List<Fault> faults) {

    /** Where examples lie in the folder of a catalogue. */
    public static final String FOLDER = "examples";

    public ExampleSuite {
        runs = List.copyOf(runs);
        faults = List.copyOf(faults);
    }

    /**
     * Reads and runs the examples of a catalogue's folder; without a folder of examples there are none.
     *
     * @throws UncheckedIOException if the folder cannot be listed
     */
    public static ExampleSuite run(Path catalogueFolder, Catalogue catalogue) {
        Faults faults = new Faults();
        ExampleReader reader = new ExampleReader(catalogue.days());
        List<Example> examples = new ArrayList<>();
        for (Path file : files(catalogueFolder.resolve(FOLDER))) {
            examples.addAll(reader.read(Document.read(file, FOLDER + "/" + file.getFileName(), faults)));
        }
        return new ExampleSuite(
                examples.stream()
                        .map(example -> ExampleRun.of(example, catalogue))
                        .toList(),
                faults.sorted());
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<ExampleRun> failed() {
        return runs.stream().filter(run -> !run.isPassed()).toList();
    }

    public boolean isPassed() {
        return faults.isEmpty() && failed().isEmpty();
    }
}
