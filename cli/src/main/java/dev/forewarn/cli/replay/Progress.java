package dev.forewarn.cli.replay;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far long work has come: a bar on a terminal, else a line every few seconds. */
public final class Progress implements LongConsumer, AutoCloseable {

    private static final Duration LINE_EVERY = Duration.ofSeconds(5);

    private final LongConsumer show;
    private final Runnable end;

    private Progress(LongConsumer show, Runnable end) {
        this.show = show;
        this.end = end;
    }

    /**
     * What is counted.
     *
     * @param title what is being done, one word
     * @param unit such as {@code MB}
     * @param unitSize how many of what is counted make one unit, at least 1
     * @param total all that there is to count
     */
    public record Work(String title, String unit, long unitSize, long total) {}

    /** Shows a bar that moves. */
    private static Progress bar(Work work, PrintStream out) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(work.title())
                .setUnit(" " + work.unit(), work.unitSize())
                .setInitialMax(work.total())
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .clearDisplayOnFinish()
                .build();
        return new Progress(bar::stepTo, bar::close);
    }

    /**
     * Shows lines, and none for work that is done within seconds.
     *
     * @param nanoTime real time, in ns
     */
    static Progress lines(Work work, PrintStream out, LongSupplier nanoTime) {
        return new Progress(
                new LongConsumer() {
                    private long shownNanos = nanoTime.getAsLong();

                    @Override
                    public void accept(long done) {
                        long now = nanoTime.getAsLong();
                        if (now - shownNanos >= LINE_EVERY.toNanos()) {
                            shownNanos = now;
                            long percent = work.total() == 0 ? 100 : 100 * done / work.total();
                            out.printf(
                                    Locale.ROOT,
                                    "%s: %,d of %,d %s (%d %%)%n",
                                    work.title(),
                                    done / work.unitSize(),
                                    work.total() / work.unitSize(),
                                    work.unit(),
                                    percent);
                        }
                    }
                },
                () -> {});
    }

    /** Shows on the standard error what suits it. */
    public static Progress of(Work work) {
        // The bar moves the cursor of a terminal, which a writer of picocli's does not know.
        PrintStream err = System.err;
        return isTerminal() ? bar(work, err) : lines(work, err, System::nanoTime);
    }

    @SuppressWarnings("SystemConsoleNull") // Since JDK 22 there is always a console, which then says what it is.
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true; // Before JDK 22 a console is a terminal.
        }
    }

    @Override
    public void accept(long done) {
        show.accept(done);
    }

    @Override
    public void close() {
        end.run();
    }
}
