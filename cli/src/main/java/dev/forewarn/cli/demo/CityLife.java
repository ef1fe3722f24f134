package dev.forewarn.cli.demo;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Wire;
import dev.forewarn.city.City;
import dev.forewarn.city.CityPlan;
import dev.forewarn.cli.replay.EventStream;
import dev.forewarn.cli.replay.KafkaLog;
import dev.forewarn.cli.replay.Pace;
import dev.forewarn.cli.replay.Publisher;
import dev.forewarn.cli.simulate.CityStream;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.engine.wire.TickEncoding;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Lets the demo's city live on the log of a job whose time is that of its events: a year at full speed, the last days
 * before today one after the other, then today, whose stories are stamped with the instant at which they are sent. From
 * then on time passes as the wall clock does.
 */
public final class CityLife implements AutoCloseable {

    /** Businesses of the simulated city. */
    public static final int ENTITIES = 1_000;

    private static final int HISTORY_DAYS = 365;
    private static final int SHOWN_DAYS = 10;
    private static final double DAYS_PER_SECOND = 0.5;
    private static final Duration TICK_EVERY = Duration.ofSeconds(5);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final String bootstrapServers;
    private final String topic;
    private final Clock clock;
    private final LocalDate today;
    private final Thread life = new Thread(this::live, "forewarn-city");

    public CityLife(String bootstrapServers, String topic, LocalDate today, Clock clock) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.today = today;
        this.clock = clock;
    }

    /** The day of the city's zone. */
    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** When the days that are shown begin: what was before is history. */
    public static Instant shownFrom(LocalDate today) {
        return midnight(today.minusDays(SHOWN_DAYS));
    }

    /** Begins the life. */
    public void begin() {
        life.setDaemon(true);
        life.start();
    }

    private void live() {
        try (KafkaLog log = KafkaLog.open(bootstrapServers, topic)) {
            livePast(log);
            liveToday(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException("the city's events do not reach the broker: " + e.getMessage(), e);
        }
    }

    private void livePast(KafkaLog log) throws IOException, InterruptedException {
        int days = HISTORY_DAYS + SHOWN_DAYS;
        CityPlan plan = new CityPlan(ENTITIES, today.minusDays(days), days, 1);
        LocalDays local = new LocalDays(ZONE);
        Instant shown = shownFrom(today);
        try (EventStream all = new CityStream(new City(plan, truth -> {}), instantMs -> {});
                SplitStream events = new SplitStream(all)) {
            new Publisher(log, local, Pace.unbounded())
                    .publish(events.before(shown.toEpochMilli()), midnight(plan.start()), shown, written -> {});
            new Publisher(log, local, Pace.ofDaysPerSecond(DAYS_PER_SECOND))
                    .publish(events, shown, midnight(today), written -> {});
        }
    }

    private void liveToday(KafkaLog log) throws IOException, InterruptedException {
        long startMs = clock.millis();
        Deque<SmallCity.Timed> stories = new ArrayDeque<>(SmallCity.build(today.getYear()));
        while (true) {
            long atMs = clock.millis();
            while (!stories.isEmpty() && startMs + stories.element().at().toMillis() <= atMs) {
                Event event = stories.remove().draft().at(Instant.ofEpochMilli(atMs));
                log.write(event.getEntityId(), Wire.encode(event));
            }
            for (int partition = 0; partition < log.partitions(); partition++) {
                log.writeTo(partition, TickEncoding.encode(atMs));
            }
            log.flush();
            long nextMs = atMs + TICK_EVERY.toMillis();
            if (!stories.isEmpty()) {
                nextMs = Math.min(nextMs, startMs + stories.element().at().toMillis());
            }
            TimeUnit.MILLISECONDS.sleep(nextMs - clock.millis());
        }
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    @Override
    public void close() {
        life.interrupt();
    }
}
