package dev.forewarn.cli.bench;

import picocli.CommandLine.Command;

/** {@code forewarn bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measure the job on this machine, in this process, on RocksDB.",
            "",
            "Figures of one machine say little about another; run nothing else meanwhile."
        },
        subcommands = {PipelineCommand.class, CatalogueChangeCommand.class, LatencyCommand.class})
public final class BenchCommand {}
