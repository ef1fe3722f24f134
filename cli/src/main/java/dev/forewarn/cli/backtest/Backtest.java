package dev.forewarn.cli.backtest;

import dev.forewarn.cli.replay.EventStream;
import dev.forewarn.cli.replay.Pace;
import dev.forewarn.cli.replay.Period;
import dev.forewarn.cli.replay.Prepared;
import dev.forewarn.cli.replay.Progress;
import dev.forewarn.cli.replay.Publisher;
import dev.forewarn.cli.replay.TemporaryFolder;
import dev.forewarn.cli.statistics.Bootstrap;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import dev.forewarn.engine.wire.Outbound;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;

/** Prepared events as a partitioned log on disk, over which catalogues are tried. */
public final class Backtest implements Closeable {

    /** Events of a partition are gone through in memory, so there are as many as keep each this small, in events. */
    private static final long EVENTS_PER_PARTITION = 250_000;

    private final TemporaryFolder folder;
    private final PartitionedLog log;
    private final LocalDays days;
    private final Instant dataEnd;
    private final long events;
    private final Options options;

    /**
     * How runs go.
     *
     * @param parallelism of the graph, and how many partitions are held in memory at once
     * @param state {@code rocksdb} or {@code hashmap}
     * @param rounds of the bootstrap
     * @param seed of the bootstrap
     */
    public record Options(int parallelism, String state, int rounds, long seed) {

        /** Of one that only looks at visits, without the graph and without intervals. */
        public static Options ofVisits(int parallelism) {
            return new Options(parallelism, "hashmap", 1, 1);
        }
    }

    private Backtest(TemporaryFolder folder, PartitionedLog log, LocalDays days, Prepared prepared, Options options) {
        this.folder = folder;
        this.log = log;
        this.days = days;
        this.dataEnd = prepared.last();
        this.events = prepared.count();
        this.options = options;
    }

    /**
     * Writes prepared events, and Ticks as each day passes, into partitions on disk.
     *
     * @param end the instant of the last Ticks, at least that of the last event
     */
    public static Backtest of(Prepared prepared, ZoneId zone, Instant end, Options options)
            throws IOException, InterruptedException {
        TemporaryFolder folder = TemporaryFolder.ofSystem("forewarn-backtest");
        LocalDays days = new LocalDays(zone);
        int partitions = (int) Math.max(options.parallelism(), prepared.count() / EVENTS_PER_PARTITION + 1);
        PartitionedLog log =
                new PartitionedLog(Files.createDirectories(folder.path().resolve("log")), partitions);
        Backtest backtest = new Backtest(folder, log, days, prepared, options);
        try (EventStream sorted = prepared.events();
                Progress progress = progress("Sorting", prepared.count())) {
            new Publisher(log, days, Pace.unbounded()).publish(sorted, prepared.first(), end, progress);
            return backtest;
        } catch (IOException | InterruptedException | RuntimeException e) {
            backtest.close();
            throw e;
        }
    }

    /**
     * Runs the job's graph under a catalogue.
     *
     * @param before events that became known at this instant or later are left out
     * @return seconds that it took
     */
    public double graph(CatalogueBundle catalogue, Instant before, Consumer<Outbound> listener)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        GraphRun.Settings settings = new GraphRun.Settings(
                catalogue.text(), before, before.plus(Period.AFTER_MIDNIGHT), options.parallelism(), options.state());
        try (Progress progress = progress("Running", log.records())) {
            new GraphRun(settings, listener).run(log, folder.path().resolve("state"), progress);
        }
        return (System.nanoTime() - started) / 1e9;
    }

    /** Stops before each visit of a window to see what a catalogue would have said. */
    public VisitPass.Found visits(CatalogueBundle catalogue, Question question)
            throws IOException, InterruptedException {
        return visits(catalogue, question, false);
    }

    /** The same, with what each indicator read before each visit. */
    public VisitPass.Found readings(CatalogueBundle catalogue, Question question)
            throws IOException, InterruptedException {
        return visits(catalogue, question, true);
    }

    private VisitPass.Found visits(CatalogueBundle catalogue, Question question, boolean isReading)
            throws IOException, InterruptedException {
        try (Progress progress = progress("Scoring", events)) {
            return new VisitPass(question, catalogue.catalogue(), dataEnd, isReading)
                    .run(log, options.parallelism(), progress);
        }
    }

    /**
     * A whole back-test of one catalogue.
     *
     * @param ledger is filled with what the graph says
     * @param conditions what the user asked, in the user's words
     */
    BacktestResult run(CatalogueBundle catalogue, Question question, AlertLedger ledger, Words conditions)
            throws IOException, InterruptedException {
        double seconds = graph(catalogue, question.to(), ledger::take);
        VisitPass.Found found = visits(catalogue, question);
        Figures figures = new Figures(found, new Bootstrap(options.rounds(), options.seed()));
        ZoneId zone = days.zone();
        return new BacktestResult(
                new BacktestResult.Run(
                        catalogue.version(),
                        question.from().atZone(zone).toLocalDate().toString(),
                        question.to().minusMillis(1).atZone(zone).toLocalDate().toString(),
                        conditions.visits(),
                        conditions.outcome(),
                        question.withinDays(),
                        events,
                        found.businesses(),
                        seconds,
                        dataEnd.atZone(zone).toLocalDate().toString()),
                figures.visits(),
                figures.order(),
                figures.deciles(),
                new AlertFigures(ledger, found.outcomes(), question, dataEnd, zone).alerts(),
                figures.fairness());
    }

    /** The conditions as they were written. */
    record Words(String visits, String outcome) {}

    private static Progress progress(String title, long total) {
        return Progress.of(new Progress.Work(title, "events", 1, total));
    }

    @Override
    public void close() throws IOException {
        log.close();
        folder.close();
    }
}
