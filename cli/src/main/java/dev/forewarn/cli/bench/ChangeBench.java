package dev.forewarn.cli.bench;

import dev.forewarn.engine.catalogue.CatalogueBundle;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.TrialCount;
import dev.forewarn.engine.wire.VerdictEncoding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A catalogue that changes the assessment of everybody takes effect while events come.
 *
 * @param perSecond events meanwhile
 */
record ChangeBench(int entities, int parallelism, long perSecond, long seed) {

    /** How long events flow before the catalogue takes effect, in seconds. */
    private static final int BEFORE_SECONDS = 10;

    /** How long after its instant all must have been reassessed, in seconds. */
    private static final int PATIENCE_SECONDS = 300;

    private static final int POLL_MS = 50;

    ChangeListener.Figures run(CatalogueBundle shipped, CatalogueBundle changed, Path folder, Consumer<String> progress)
            throws Exception {
        long paceStartMs = BenchEvents.START_MS
                + new BenchEvents(-1, entities, perSecond, seed).offsetMs((long) BenchEvents.FIRST * entities);
        long effectiveMs = paceStartMs + BEFORE_SECONDS * 1000L;
        ChangeListener listener = new ChangeListener(entities, effectiveMs, changed.version());
        BenchRun run = new BenchRun(listener::hear);
        BenchEvents events = new BenchEvents(run.id(), entities, perSecond, seed);
        listener.listenTo(run, paceStartMs);
        StreamExecutionEnvironment env = BenchJob.environment(parallelism, folder);
        DataStream<LogRecord> log = BenchJob.log(env, events, Long.MAX_VALUE);
        BenchJob.engine(env, log, shipped.text(), new Publication(effectiveMs, changed.text()), run.id());
        JobClient job = env.executeAsync("bench catalogue-change");
        progress.accept("registering %,d businesses".formatted(entities));
        while (run.paceStartNs() == 0) {
            Thread.sleep(POLL_MS);
        }
        progress.accept("%,d events a second; the catalogue takes effect in %d s".formatted(perSecond, BEFORE_SECONDS));
        for (int i = 0; i < PATIENCE_SECONDS * 1000 / POLL_MS && !listener.isDone(); i++) {
            Thread.sleep(POLL_MS);
        }
        ChangeListener.Figures figures = listener.figures();
        job.cancel().get();
        job.getJobStatus().get();
        run.forget();
        return figures;
    }

    /**
     * One catalogue, published before everything else and in force when its time has come; then the verdict that the
     * job would write and read, which nothing carries back here.
     */
    private record Publication(long effectiveMs, String text) implements GeneratorFunction<Long, CatalogueRecord> {

        private static final long serialVersionUID = 1L;

        @Override
        public CatalogueRecord map(Long index) {
            if (index == 0) {
                return bundle();
            }
            TrialCount nobody = new TrialCount("", TrialCount.WHOLE, 0, 0, 0);
            byte[] verdict = VerdictEncoding.tried(bundle(), "", nobody).value();
            return new CatalogueRecord(VerdictEncoding.KEY, verdict, Map.of(), 0, index, BenchEvents.START_MS);
        }

        private CatalogueRecord bundle() {
            Map<String, String> headers =
                    Map.of("effective-at", Instant.ofEpochMilli(effectiveMs).toString());
            return new CatalogueRecord(
                    "live", text.getBytes(StandardCharsets.UTF_8), headers, 0, 0, BenchEvents.START_MS);
        }
    }
}
