package dev.forewarn.cli.bench;

import dev.forewarn.cli.option.Refusal;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.util.FileUtils;
import picocli.CommandLine.Option;

/** What all benchmarks can be told. */
final class BenchOptions {

    @Option(names = "--entities", paramLabel = "N", description = "Businesses.")
    private int entities;

    @Option(names = "--parallelism", paramLabel = "N", defaultValue = "2", description = "Subtasks of the job.")
    private int parallelism;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Decides what the events are.")
    private long seed;

    @Option(names = "--json", description = "Print the figures as one JSON object, and nothing else.")
    private boolean isJson;

    /** Something that leaves files behind. */
    @FunctionalInterface
    interface Work<T> {
        T in(Path folder) throws Exception;
    }

    int entities(int fallback) {
        return entities == 0 ? fallback : (int) refuseBelowOne("--entities", entities);
    }

    int parallelism() {
        return (int) refuseBelowOne("--parallelism", parallelism);
    }

    long seed() {
        return seed;
    }

    boolean isJson() {
        return isJson;
    }

    long refuseBelowOne(String option, long value) {
        if (value < 1) {
            throw new Refusal(option + " is at least 1; got " + value);
        }
        return value;
    }

    void progress(PrintWriter out, String line) {
        if (!isJson) {
            out.println(line);
            out.flush();
        }
    }

    /** Works in a folder that is gone afterwards. */
    <T> T inScratch(Work<T> work) throws Exception {
        Path folder = Files.createTempDirectory("forewarn-bench");
        try {
            return work.in(folder);
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }
}
