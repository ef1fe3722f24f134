package dev.forewarn.cli.bench;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.installation.Installation;
import dev.forewarn.cli.installation.Running;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import dev.forewarn.engine.config.ClockMode;
import dev.forewarn.engine.config.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** From the publication of an event to its alert, through a real broker, while other events come. */
record LatencyBench(int entities, int alerts, int alertsPerSecond, int load, int parallelism, long seed) {

    private static final String NAME = "bench";
    private static final String DOMAIN = "drug";
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long SECOND_NS = 1_000_000_000L;

    /** What was measured. */
    record Figures(int alerts, double loadPerSecond, double p50Ms, double p99Ms, double maxMs) {}

    Figures run(CatalogueBundle catalogue, Path folder, Consumer<String> progress) throws Exception {
        Running.Start start = new Running.Start(
                new Installation(folder, NAME, ClockMode.WALL, Math.max(2, parallelism), Optional.empty(), ""),
                Optional.empty(),
                List.of(DOMAIN),
                catalogue.text(),
                parallelism,
                DeliveryGuarantee.AT_LEAST_ONCE,
                0,
                Duration.ofSeconds(10));
        try (Running running = Running.start(start)) {
            return measure(running.installation().bootstrapServers(), progress);
        }
    }

    private Figures measure(String servers, Consumer<String> progress) throws Exception {
        Topics topics = new Topics(NAME + ".");
        Map<String, Long> sentNs = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicLong loaded = new AtomicLong();
        try (KafkaProducer<String, byte[]> producer = producer(servers);
                TopicReader reader = new TopicReader(servers, topics.alertsOf(DOMAIN)).fromEnd()) {
            progress.accept("registering " + entities + " businesses ...");
            for (int entity = 0; entity < entities; entity++) {
                send(producer, topics, profile(entity));
            }
            Thread listener = start(
                    "listener", () -> reader.follow(message -> take(message.value(), sentNs, latencies), isOver::get));
            Thread busy = start("load", () -> keepBusy(producer, topics, loaded, isOver));
            progress.accept("warming up for " + WARM_UP.toSeconds() + " s at " + load + " events/s ...");
            publish(producer, topics, "warm", alertsPerSecond * (int) WARM_UP.toSeconds(), sentNs);
            await(sentNs);
            latencies.clear();
            long beforeNs = System.nanoTime();
            long before = loaded.get();
            progress.accept("measuring " + alerts + " recalls ...");
            publish(producer, topics, "measured", alerts, sentNs);
            double loadPerSecond = (loaded.get() - before) * (double) SECOND_NS / (System.nanoTime() - beforeNs);
            await(sentNs);
            isOver.set(true);
            busy.join();
            listener.join();
            return figures(latencies, loadPerSecond);
        }
    }

    private static Figures figures(ConcurrentLinkedQueue<Long> latencies, double loadPerSecond) {
        long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Figures(
                sorted.length,
                loadPerSecond,
                ms(sorted[sorted.length / 2]),
                ms(sorted[(int) (sorted.length * 0.99)]),
                ms(sorted[sorted.length - 1]));
    }

    private static double ms(long ns) {
        return ns / 1e6;
    }

    /** Recalls of so many batches, evenly in time. */
    private void publish(
            KafkaProducer<String, byte[]> producer, Topics topics, String run, int count, Map<String, Long> sentNs) {
        long startNs = System.nanoTime();
        for (int i = 0; i < count; i++) {
            awaitTurn(startNs + i * SECOND_NS / alertsPerSecond);
            String batch = run + "-" + i;
            Event recall = recall(i % entities, batch);
            sentNs.put(batch, System.nanoTime());
            send(producer, topics, recall);
        }
    }

    private static void take(byte[] message, Map<String, Long> sentNs, ConcurrentLinkedQueue<Long> latencies) {
        long nowNs = System.nanoTime();
        if (Wire.decode(message, Alert.class) instanceof Decoded.Value<Alert> alert
                && alert.value().getSubject() != null) {
            Long begunNs = sentNs.remove(alert.value().getSubject());
            if (begunNs != null) {
                latencies.add(nowNs - begunNs);
            }
        }
    }

    private void keepBusy(
            KafkaProducer<String, byte[]> producer, Topics topics, AtomicLong loaded, AtomicBoolean isOver) {
        SplittableRandom random = new SplittableRandom(seed);
        long startNs = System.nanoTime();
        for (long i = 0; load > 0 && !isOver.get(); i++) {
            awaitTurn(startNs + i * SECOND_NS / load);
            send(producer, topics, inspection(random.nextInt(entities), i, random.nextInt(4) == 0));
            loaded.incrementAndGet();
        }
    }

    private static void await(Map<String, Long> sentNs) {
        long endNs = System.nanoTime() + PATIENCE.toNanos();
        while (!sentNs.isEmpty()) {
            if (System.nanoTime() > endNs) {
                throw new IllegalStateException(sentNs.size() + " recalls raised no alert within " + PATIENCE);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static void awaitTurn(long turnNs) {
        for (long left = turnNs - System.nanoTime(); left > 0; left = turnNs - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, "bench-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static KafkaProducer<String, byte[]> producer(String servers) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer());
    }

    private static void send(KafkaProducer<String, byte[]> producer, Topics topics, Event event) {
        var unused = producer.send(new ProducerRecord<>(topics.events(), event.getEntityId(), Wire.encode(event)));
    }

    private static Event.Builder event(int entity, String type, String id) {
        Instant now = Instant.now();
        return Event.newBuilder()
                .setEntityId("BENCH" + entity)
                .setRecordedAt(now)
                .setType(type)
                .setEventId(id)
                .setOccurredAt(now)
                .setSource("bench");
    }

    private static Event profile(int entity) {
        return event(entity, "entity.profile", "p" + entity)
                .setEntityName("Bench " + entity)
                .setDivision("360600")
                .setDomains(List.of(DOMAIN))
                .setAttributes(Map.of("kind", "drug-wholesale"))
                .build();
    }

    private static Event inspection(int entity, long number, boolean isProblem) {
        return event(entity, "inspection.completed", "i" + number)
                .setDomains(List.of(DOMAIN))
                .setAttributes(Map.of("result", isProblem ? "problem" : "pass"))
                .build();
    }

    private static Event recall(int entity, String batch) {
        return event(entity, "recall.announced", batch)
                .setSubject(batch)
                .setDomains(List.of(DOMAIN))
                .setAttributes(Map.of("class", "1"))
                .build();
    }
}
