package dev.forewarn.engine.job;

import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.engine.config.EngineConfig;
import dev.forewarn.engine.operator.AssessOperator;
import dev.forewarn.engine.operator.AssessSettings;
import dev.forewarn.engine.operator.BundleNews;
import dev.forewarn.engine.operator.CatalogueBacklog;
import dev.forewarn.engine.operator.CatalogueCompiler;
import dev.forewarn.engine.operator.CatalogueFunction;
import dev.forewarn.engine.operator.IntakeFunction;
import dev.forewarn.engine.operator.SourceWatchFunction;
import dev.forewarn.engine.operator.Tally;
import dev.forewarn.engine.operator.VerdictFunction;
import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.state.SourceNote;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Outbound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The graph from the log to assessments, alerts, month-end classes, rejects, verdicts on catalogues and what is told of
 * sources.
 */
public final class EarlyWarningGraph {

    /**
     * What comes in.
     *
     * @param log records with the watermarks of {@link Clocks#ofLog}
     * @param catalogues what is published while the job runs
     * @param backlog what was published before the job started
     * @param submitted text of the bundle for empty state, known to be sound
     */
    public record Inputs(
            DataStream<LogRecord> log,
            DataStream<CatalogueRecord> catalogues,
            CatalogueBacklog backlog,
            String submitted,
            CatalogueCompiler compiler) {}

    /**
     * What goes out.
     *
     * @param results assessments, alerts and month-end classes, those of one entity in order
     * @param notices refused inputs, and verdicts on catalogues
     * @param sources what is told of sources, for the log and the topic of catalogues
     */
    public record Outputs(
            Consumer<DataStream<Outbound>> results,
            Consumer<DataStream<Outbound>> notices,
            Consumer<DataStream<Outbound>> sources) {}

    private EarlyWarningGraph() {}

    /** Draws the graph. */
    public static void define(EngineConfig config, Inputs in, Outputs out) {
        SingleOutputStreamOperator<LogRecord> events = intake(in);
        SingleOutputStreamOperator<BundleNews> bundles = check(config, in);
        SingleOutputStreamOperator<Outbound> results = assess(config, in, events, bundles);

        out.results().accept(results);
        out.notices()
                .accept(events.getSideOutput(IntakeFunction.REJECTS)
                        .union(
                                bundles.getSideOutput(CatalogueFunction.REJECTS),
                                bundles.getSideOutput(CatalogueFunction.AUDIT),
                                results.getSideOutput(AssessOperator.REJECTS),
                                decide(config, results.getSideOutput(AssessOperator.TALLIES))));
        out.sources().accept(watch(config, results.getSideOutput(AssessOperator.NOTES)));
    }

    private static DataStream<Outbound> watch(EngineConfig config, DataStream<SourceNote> notes) {
        return notes.keyBy(SourceNote::source, Types.STRING)
                .process(new SourceWatchFunction(untilMs(config)), TypeInformation.of(Outbound.class))
                .name("watch sources")
                .uid(Uids.SOURCE_WATCH)
                .setParallelism(1);
    }

    private static DataStream<Outbound> decide(EngineConfig config, DataStream<Tally> tallies) {
        return tallies.process(new VerdictFunction(config.maxWorse()), TypeInformation.of(Outbound.class))
                .name("decide on catalogue")
                .uid(Uids.CATALOGUE_VERDICT)
                .setParallelism(1);
    }

    private static SingleOutputStreamOperator<LogRecord> intake(Inputs in) {
        return in.log()
                .process(new IntakeFunction(), TypeInformation.of(LogRecord.class))
                .name("intake")
                .uid(Uids.INTAKE)
                .setParallelism(in.log().getParallelism());
    }

    private static SingleOutputStreamOperator<BundleNews> check(EngineConfig config, Inputs in) {
        return in.catalogues()
                .process(
                        new CatalogueFunction(
                                config.kafka().topics().catalogue(),
                                in.compiler().compileChecked(in.submitted()).version(),
                                config.catalogueLead().toMillis(),
                                config.approvers(),
                                in.compiler(),
                                in.backlog()),
                        TypeInformation.of(BundleNews.class))
                .name("check catalogue")
                .uid(Uids.CATALOGUE_CHECK)
                .setParallelism(1);
    }

    private static SingleOutputStreamOperator<Outbound> assess(
            EngineConfig config, Inputs in, DataStream<LogRecord> events, DataStream<BundleNews> bundles) {
        DataStream<BundleNews> timeless = bundles.assignTimestampsAndWatermarks(Clocks.ofControl())
                .name("catalogue clock")
                .uid(Uids.CATALOGUE_CLOCK)
                .setParallelism(1);
        return events.keyBy(LogRecord::entityId, Types.STRING)
                .connect(timeless.broadcast())
                .transform(
                        "assess",
                        TypeInformation.of(Outbound.class),
                        new AssessOperator(settings(config, in), in.compiler(), in.backlog()))
                .uid(Uids.ASSESS);
    }

    private static AssessSettings settings(EngineConfig config, Inputs in) {
        Instant publishFrom = config.publishFrom();
        String version = in.compiler().compileChecked(in.submitted()).version();
        List<String> labels = new ArrayList<>(config.kafka().domainTopics());
        labels.add(Scheme.GENERAL);
        return new AssessSettings(
                BundleText.submitted(version, in.submitted()),
                config.kafka().topics().events(),
                labels,
                untilMs(config),
                config.clock().daySpread().toMillis(),
                publishFrom == null ? CatalogueTimeline.PUBLISH_ALL : publishFrom.toEpochMilli(),
                config.catalogueLead().toMillis(),
                config.approvers(),
                config.walkStep(),
                config.sampleEvery());
    }

    private static long untilMs(EngineConfig config) {
        Instant until = config.clock().until();
        return until == null ? AssessSettings.NEVER : until.toEpochMilli();
    }
}
