package dev.forewarn.cli.backtest;

import dev.forewarn.cli.catalogue.Bundles;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which catalogue is tried, and on what machine. */
public final class RunOptions {

    @Option(names = "--catalogue", required = true, paramLabel = "DIR", description = "The catalogue to try.")
    private Path catalogue = Path.of("");

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Subtasks of the graph. Default: the processors of this machine.")
    private int parallelism = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--state",
            paramLabel = "rocksdb|heap",
            defaultValue = "rocksdb",
            description =
                    "Where the graph keeps dossiers: on disk, so that any city fits, or on the heap, which is faster."
                            + " The results are the same. Default: ${DEFAULT-VALUE}.")
    private String state = "rocksdb";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the intervals. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "500",
            description = "How often cases are drawn anew for the intervals. Default: ${DEFAULT-VALUE}.")
    private int rounds = 500;

    public CatalogueBundle catalogue() {
        return Bundles.read(catalogue);
    }

    public Path folder() {
        return catalogue;
    }

    public Backtest.Options options() {
        if (parallelism < 1 || rounds < 1) {
            throw new Refusal("--parallelism and --rounds must be at least 1; got " + parallelism + " and " + rounds);
        }
        return new Backtest.Options(parallelism, backend(), rounds, seed);
    }

    private String backend() {
        return switch (state) {
            case "rocksdb" -> "rocksdb";
            case "heap" -> "hashmap";
            default -> throw new Refusal("--state must be rocksdb or heap; got " + state);
        };
    }
}
