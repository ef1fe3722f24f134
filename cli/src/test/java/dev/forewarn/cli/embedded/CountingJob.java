package dev.forewarn.cli.embedded;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.Collector;

/** A job in the shape of ours: words from Kafka, a count of each in RocksDB, every new count to Kafka. */
final class CountingJob {

    static final String NAME = "count";
    static final String WORDS = "words";
    static final String COUNTS = "counts";

    private CountingJob() {}

    /** Settings as the engine gives them: no Kryo, no operator without a uid. */
    static Configuration settings(Duration checkpointEvery) {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointEvery);
        return settings;
    }

    static StreamGraph graph(Configuration settings, String bootstrapServers) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        env.setParallelism(2);
        KafkaSource<String> words = KafkaSource.<String>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(WORDS)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setValueOnlyDeserializer(new SimpleStringSchema())
                .build();
        KafkaSink<String> counts = KafkaSink.<String>builder()
                .setBootstrapServers(bootstrapServers)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder()
                        .setTopic(COUNTS)
                        .setKeySerializationSchema(
                                line -> line.substring(0, line.indexOf('=')).getBytes(StandardCharsets.UTF_8))
                        .setValueSerializationSchema(new SimpleStringSchema())
                        .build())
                .build();
        env.fromSource(words, WatermarkStrategy.noWatermarks(), "words")
                .uid("words")
                .keyBy(word -> word)
                .process(new CountFunction())
                .name("count")
                .uid("count")
                .sinkTo(counts)
                .name("counts")
                .uid("counts");
        return env.getStreamGraph();
    }

    /** Emits {@code word=count} for every word; the word "poison" makes it fail. */
    private static final class CountFunction extends KeyedProcessFunction<String, String, String> {

        private static final long serialVersionUID = 1L;

        private transient ValueState<Long> count;

        @Override
        public void open(OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count-v1", Long.class));
        }

        @Override
        public void processElement(String word, Context ctx, Collector<String> out) throws Exception {
            if (word.equals("poison")) {
                throw new IllegalStateException("cannot swallow poison");
            }
            Long before = count.value();
            long now = before == null ? 1 : before + 1;
            count.update(now);
            out.collect(word + "=" + now);
        }
    }
}
