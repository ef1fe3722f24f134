package dev.forewarn.cli.backtest;

import dev.forewarn.cli.catalogue.Bundles;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which catalogue is tried on history, and how much of that at once. */
public final class TriedOptions {

    @Option(names = "--catalogue", required = true, paramLabel = "DIR", description = "The catalogue to try.")
    private Path catalogue = Path.of("");

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "How many parts of the history are gone through at once. Default: the processors of this"
                    + " machine.")
    private int parallelism = Runtime.getRuntime().availableProcessors();

    /**
     * Reads the catalogue.
     *
     * @throws Refusal with all its faults
     */
    public CatalogueBundle catalogue() {
        return Bundles.read(catalogue);
    }

    public Path folder() {
        return catalogue;
    }

    /**
     * How much at once, at least 1.
     *
     * @throws Refusal if it is less
     */
    public int parallelism() {
        if (parallelism < 1) {
            throw new Refusal("--parallelism must be at least 1; got " + parallelism);
        }
        return parallelism;
    }
}
