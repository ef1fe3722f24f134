package dev.forewarn.cli.command;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Cause;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.embedded.JobEnd;
import dev.forewarn.cli.installation.Running;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.show.AlertLines;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.engine.config.Topics;
import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Shows the alerts of a running installation until it is told to stop or its job ends. */
final class Shown {

    private final Running running;
    private final AlertLines lines;
    private final PrintWriter out;
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final CountDownLatch isClosed = new CountDownLatch(1);
    private boolean tellsSnapshots = true;

    Shown(Running running, AlertLines lines, PrintWriter out) {
        this.running = running;
        this.lines = lines;
        this.out = out;
    }

    /** Leaves out the alerts that were open at the fence. */
    Shown withoutSnapshots() {
        tellsSnapshots = false;
        return this;
    }

    /**
     * Blocks until Ctrl-C, or until the job ends by itself; then stops all parts.
     *
     * @param begin run as soon as nothing that comes can be missed
     * @throws Refusal if the job failed
     */
    void untilStopped(Runnable begin) {
        Thread stopper = new Thread(this::stop, "forewarn-stop");
        Runtime.getRuntime().addShutdownHook(stopper);
        CompletableFuture<JobEnd> end = running.job().end();
        String topic = new Topics(running.installation().topicPrefix()).alerts();
        try (TopicReader reader = new TopicReader(running.installation().bootstrapServers(), topic).fromEnd()) {
            begin.run();
            reader.follow(message -> show(message.value()), () -> isOver.get() || end.isDone());
        } finally {
            // Whatever happens to the reading, Ctrl-C must not wait for it for ever.
            isClosed.countDown();
        }
        if (end.isCompletedExceptionally()) {
            throw new Refusal("the job failed: " + failure(end));
        }
    }

    private static String failure(CompletableFuture<JobEnd> end) {
        try {
            return "it ended as " + end.join();
        } catch (CompletionException e) {
            return String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        }
    }

    private void stop() {
        isOver.set(true);
        try {
            isClosed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        out.println("Stopping: one last checkpoint ...");
        out.flush();
        running.close();
        out.println("Stopped. Start again with the same options to go on from here.");
        out.flush();
    }

    private void show(byte[] message) {
        if (Wire.decode(message, Alert.class) instanceof Decoded.Value<Alert> alert) {
            if (!tellsSnapshots && alert.value().getCause() == Cause.SNAPSHOT) {
                return;
            }
            out.println(lines.of(alert.value()));
            out.flush();
        }
    }
}
