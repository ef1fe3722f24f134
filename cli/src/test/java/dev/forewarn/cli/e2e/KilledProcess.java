package dev.forewarn.cli.e2e;

import dev.forewarn.cli.embedded.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * An installation in a process of its own, which can be killed and started again: {@code forewarn up} with the shipped
 * catalogue, on the clock of events.
 */
record KilledProcess(Path folder, int parallelism, String delivery) {

    ChildProcess start(String name) throws IOException {
        return ChildProcess.start(
                dev.forewarn.cli.Forewarn.class,
                folder.resolve(name + ".log"),
                "500m",
                "up",
                "--name",
                Here.NAME,
                "--data",
                folder.resolve("killed").toString(),
                "--clock",
                "events",
                "--catalogue",
                Here.SHIPPED.toString(),
                "--parallelism",
                Integer.toString(parallelism),
                "--delivery",
                delivery,
                "--no-console",
                "--web-port",
                "0",
                "--checkpoint-every",
                "1s");
    }

    static String servers(ChildProcess process) {
        String servers = process.awaitLine("  Kafka ", Replayed.PATIENCE).strip();
        process.awaitLine("Alerts are shown", Replayed.PATIENCE);
        return servers;
    }

    boolean hasCheckpoint() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("killed").resolve("flink"))) {
            return files.anyMatch(file -> file.endsWith("_metadata"));
        } catch (UncheckedIOException e) {
            // Flink deletes files while they are walked; the next look will tell.
            return false;
        }
    }
}
