package dev.forewarn.cli.bench;

import dev.forewarn.engine.catalogue.CatalogueBundle;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.LogRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;

/**
 * The job against one that only moves bytes, in turns, so that whatever else the machine does meets both.
 *
 * @param rounds how many of each are counted; one of each goes before
 */
record PipelineBench(int entities, long events, int parallelism, int rounds, long seed) {

    /**
     * Events per second.
     *
     * @param engine of the job, in each round
     * @param opaque of the other, in each round
     */
    record Figures(List<Double> engine, List<Double> opaque, EngineBytes bytes) {

        static double median(List<Double> rates) {
            List<Double> sorted = rates.stream().sorted().toList();
            int half = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        }

        /** How fast the job is, as a share of the other. */
        double ratio() {
            return median(engine) / median(opaque);
        }
    }

    Figures run(CatalogueBundle bundle, Path folder, Consumer<String> progress) throws Exception {
        EngineBytes bytes = EngineBytes.of(new BenchEvents(-1, entities, 0, seed), events, bundle.catalogue());
        List<Double> engine = new ArrayList<>();
        List<Double> opaque = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            double engineRate = rate(
                    folder, (env, log, run) -> BenchJob.engine(env, log, bundle.text(), new NoCatalogue(), run.id()));
            double opaqueRate =
                    rate(folder, (env, log, run) -> BenchJob.opaque(env, log, new OpaqueFunction(bytes), run.id()));
            progress.accept("round %d: engine %,.0f events/s, get-and-put %,.0f events/s%s"
                    .formatted(round, engineRate, opaqueRate, round == 0 ? " (not counted)" : ""));
            if (round > 0) {
                engine.add(engineRate);
                opaque.add(opaqueRate);
            }
        }
        return new Figures(engine, opaque, bytes);
    }

    private interface Drawing {
        void draw(StreamExecutionEnvironment env, DataStream<LogRecord> log, BenchRun run);
    }

    private double rate(Path folder, Drawing drawing) throws Exception {
        BenchRun run = new BenchRun(message -> {});
        Path scratch = folder.resolve("run-" + run.id());
        StreamExecutionEnvironment env = BenchJob.environment(parallelism, scratch);
        DataStream<LogRecord> log = BenchJob.log(env, new BenchEvents(run.id(), entities, 0, seed), events);
        drawing.draw(env, log, run);
        env.execute("bench pipeline");
        run.forget();
        FileUtils.deleteDirectory(scratch.toFile());
        return events / run.seconds();
    }

    /** A source makes one record at least: of a stage that there is not, so that nothing comes of it. */
    private record NoCatalogue() implements GeneratorFunction<Long, CatalogueRecord> {

        private static final long serialVersionUID = 1L;

        @Override
        public CatalogueRecord map(Long index) {
            return new CatalogueRecord("none", new byte[] {1}, Map.of(), 0, index, BenchEvents.START_MS);
        }
    }
}
