package dev.forewarn.cli.backtest;

import dev.forewarn.cli.option.Refusal;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which catalogue is tried by a back-test, and how its graph and its intervals are made. */
public final class RunOptions {

    @Mixin
    private TriedOptions tried = new TriedOptions();

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
        return tried.catalogue();
    }

    public Path folder() {
        return tried.folder();
    }

    public Backtest.Options options() {
        if (rounds < 1) {
            throw new Refusal("--rounds must be at least 1; got " + rounds);
        }
        return new Backtest.Options(tried.parallelism(), backend(), rounds, seed);
    }

    private String backend() {
        return switch (state) {
            case "rocksdb" -> "rocksdb";
            case "heap" -> "hashmap";
            default -> throw new Refusal("--state must be rocksdb or heap; got " + state);
        };
    }
}
