package dev.forewarn.cli.backtest;

import dev.forewarn.core.assess.DomainStanding;
import dev.forewarn.core.assess.Look;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.catalogue.Source;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.fact.Profile;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.engine.wire.Decoding;
import dev.forewarn.engine.wire.EventDecoding;
import dev.forewarn.engine.wire.LogRecord;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lives the life of every business again with the step that the job runs, and stops before each visit to see what the
 * catalogue would have said. A partition at a time is held in memory.
 */
public final class VisitPass {

    private final Question question;
    private final Catalogue catalogue;
    private final LocalDays days;
    private final long dataEndMs;
    private final boolean isReading;

    /**
     * Takes what is asked.
     *
     * @param dataEnd when the last event became known: how later visits ended is not
     * @param isReading whether visits keep what each indicator read, which takes most of their memory
     */
    VisitPass(Question question, Catalogue catalogue, Instant dataEnd, boolean isReading) {
        this.isReading = isReading;
        this.question = question;
        this.dataEndMs = dataEnd.toEpochMilli();
        this.catalogue = catalogue;
        this.days = catalogue.days();
    }

    /**
     * What was found.
     *
     * @param visits in the order of their days
     * @param outcomes the instants of bad outcomes by business, in ms since 1970, within the window or not
     * @param businesses how many are in the log
     * @param undecided visits left out, since the data end before the time within which an outcome counts
     */
    public record Found(List<Visit> visits, Map<String, long[]> outcomes, int businesses, int undecided) {

        /** Whether each visit was bad. */
        public boolean[] isBad() {
            boolean[] isBad = new boolean[visits.size()];
            for (int i = 0; i < isBad.length; i++) {
                isBad[i] = visits.get(i).isBad();
            }
            return isBad;
        }

        public double[] scores() {
            return visits.stream().mapToDouble(Visit::score).toArray();
        }

        double[] scoresAtStart() {
            return visits.stream().mapToDouble(Visit::scoreAtStart).toArray();
        }

        int[] days() {
            return visits.stream().mapToInt(Visit::day).toArray();
        }
    }

    /**
     * Goes through all businesses.
     *
     * @param threads how many partitions are held in memory at once
     * @param progress is told how many records have been read
     */
    Found run(PartitionedLog log, int threads, LongConsumer progress) throws IOException, InterruptedException {
        AtomicLong read = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Found>> parts = new ArrayList<>();
            for (int partition = 0; partition < log.partitions(); partition++) {
                int number = partition;
                parts.add(pool.submit(() -> partition(log, number, read, progress)));
            }
            List<Visit> visits = new ArrayList<>();
            Map<String, long[]> outcomes = new TreeMap<>();
            int businesses = 0;
            int undecided = 0;
            for (Future<Found> part : parts) {
                Found found = part.get();
                visits.addAll(found.visits());
                outcomes.putAll(found.outcomes());
                businesses += found.businesses();
                undecided += found.undecided();
            }
            visits.sort(Comparator.comparingLong(Visit::atMs).thenComparing(Visit::entityId));
            return new Found(visits, outcomes, businesses, undecided);
        } catch (ExecutionException e) {
            throw new IOException("the prepared events could not be gone through: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private Found partition(PartitionedLog log, int partition, AtomicLong read, LongConsumer progress)
            throws IOException {
        Map<String, List<LogRecord>> entities = new LinkedHashMap<>();
        try (PartitionedLog.Reader reader = PartitionedLog.read(log.folder(), partition)) {
            for (LogRecord record = reader.next(); record != null; record = reader.next()) {
                if (record.kind() == LogRecord.Kind.EVENT && !Source.isEntity(record.entityId())) {
                    entities.computeIfAbsent(record.entityId(), id -> new ArrayList<>())
                            .add(record);
                }
            }
        }
        EntityStep step = new EntityStep(CatalogueTimeline.of(catalogue));
        List<Visit> visits = new ArrayList<>();
        Map<String, long[]> outcomes = new TreeMap<>();
        int undecided = 0;
        for (Map.Entry<String, List<LogRecord>> entity : entities.entrySet()) {
            List<Event> events = decoded(entity.getValue());
            EntityPast past = new EntityPast(question, days, dataEndMs, events);
            long[] bad = past.outcomes();
            if (bad.length > 0) {
                outcomes.put(entity.getKey(), bad);
            }
            EntityPast.Visits made = past.visits();
            undecided += made.undecided();
            visits.addAll(new Walk(step, entity.getKey()).through(events, made.made()));
            progress.accept(read.addAndGet(entity.getValue().size()));
        }
        return new Found(visits, outcomes, entities.size(), undecided);
    }

    private static List<Event> decoded(List<LogRecord> records) {
        List<Event> events = new ArrayList<>(records.size());
        for (LogRecord record : records) {
            if (EventDecoding.of(record.bytes()) instanceof Decoding.Accepted<Event> accepted) {
                events.add(accepted.value());
            }
        }
        return events;
    }

    /** The score of a look as a part of its scale. */
    private double scoreOf(Look look) {
        boolean hasGeneral = catalogue.schemeOf(Scheme.GENERAL) >= 0;
        String wanted = question.domain().isEmpty() && hasGeneral ? Scheme.GENERAL : question.domain();
        double worst = 0;
        for (DomainStanding standing : look.standings()) {
            if (wanted.isEmpty() || standing.domain().equals(wanted)) {
                worst = Math.max(worst, (double) standing.score() / standing.scale());
            }
        }
        return worst;
    }

    /** The life of one business. */
    private final class Walk {

        private final EntityStep step;
        private final String entityId;
        private byte @Nullable [] dossier;

        Walk(EntityStep step, String entityId) {
            this.step = step;
            this.entityId = entityId;
        }

        List<Visit> through(List<Event> events, List<EntityPast.Made> visits) {
            List<Visit> found = new ArrayList<>();
            if (visits.isEmpty()) {
                return found;
            }
            int next = 0;
            next = applyBefore(events, next, question.from().toEpochMilli());
            Look start = look(question.from().toEpochMilli());
            double scoreAtStart = start == null ? 0 : scoreOf(start);
            for (EntityPast.Made visit : visits) {
                next = applyBefore(events, next, visit.atMs());
                found.add(visit(visit, look(visit.atMs()), scoreAtStart));
            }
            return found;
        }

        /**
         * What became known at the very instant is left out: where only days are known, nobody knows what came first.
         */
        private int applyBefore(List<Event> events, int from, long instantMs) {
            int next = from;
            while (next < events.size() && events.get(next).recordedAtMs() < instantMs) {
                dossier = step.onEvent(entityId, dossier, events.get(next)).dossier();
                next++;
            }
            return next;
        }

        private @Nullable Look look(long instantMs) {
            if (dossier == null) {
                return null;
            }
            dossier = step.onWake(entityId, dossier, instantMs).dossier();
            return dossier == null ? null : step.look(entityId, dossier, instantMs);
        }

        private Visit visit(EntityPast.Made made, @Nullable Look look, double scoreAtStart) {
            var weigh = question.weight();
            double weight = weigh == null ? 1 : weigh.applyAsDouble(made.event());
            return new Visit(
                    entityId,
                    made.atMs(),
                    days.dayOf(made.atMs()),
                    made.isBad(),
                    look != null,
                    made.hasHistory(),
                    look == null ? 0 : scoreOf(look),
                    scoreAtStart,
                    look == null ? "" : look.headline(),
                    look == null ? Visit.Traits.UNKNOWN : traits(look.profile(), made.atMs()),
                    weight,
                    look == null || !isReading ? List.of() : look.readings());
        }
    }

    private Visit.Traits traits(@Nullable Profile profile, long atMs) {
        if (profile == null) {
            return Visit.Traits.UNKNOWN;
        }
        String area = text(profile.division());
        return new Visit.Traits(
                text(profile.kind()),
                text(profile.fact().attribute("size")),
                area.isEmpty() ? text(profile.grid()) : area,
                age(profile.fact().occurredAtMs(), atMs));
    }

    private String age(long sinceMs, long atMs) {
        LocalDate since = LocalDate.ofEpochDay(days.dayOf(sinceMs));
        int years =
                Period.between(since, LocalDate.ofEpochDay(days.dayOf(atMs))).getYears();
        return years < 1
                ? "under 1 year"
                : years < 3 ? "1 to 2 years" : years < 10 ? "3 to 9 years" : "10 years or more";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
