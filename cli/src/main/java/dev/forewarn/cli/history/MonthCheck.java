package dev.forewarn.cli.history;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Standing;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.engine.wire.MonthlyClassEncoding;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Computes the class of a month once more, from the raw events that were known before its end: all at once, each of
 * them twice and in an order that is none, where the job saw them one by one over the years.
 *
 * <p>It runs the same step as the job, so a fault in a reading or in a formula shows in both; what it finds is whatever
 * the job got wrong by order, time, state, crashes, or by what was written to the topics.
 */
public final class MonthCheck {

    private static final int MONTHS_IN_YEAR = 12;

    private final CatalogueTimeline timeline;
    private final LocalDays days;
    private final EntityStep step;
    private final long seed;

    /** @param seed of the order in which events are taken */
    public MonthCheck(CatalogueTimeline timeline, long seed) {
        this.timeline = timeline;
        this.days = timeline.entries()
                .get(timeline.entries().size() - 1)
                .catalogue()
                .days();
        this.step = new EntityStep(timeline);
        this.seed = seed;
    }

    /**
     * Two results that should be one.
     *
     * @param domain empty where the whole message is meant
     */
    public record Difference(String entityId, String domain, String published, String recomputed) {}

    /** The midnight that ends a month, in ms since 1970. */
    public long endOf(YearMonth month) {
        return days.startOf((int) month.plusMonths(1).atDay(1).toEpochDay());
    }

    /** The month that an instant lies in. */
    public YearMonth monthAt(long instantMs) {
        int month = LocalDays.monthOf(days.dayOf(instantMs));
        return YearMonth.of(month / MONTHS_IN_YEAR, month % MONTHS_IN_YEAR + 1);
    }

    /** Whether a business must be lived through in the order of the log: also where more than events befell it. */
    private boolean isInOrder(EntityLog log, YearMonth month) {
        // A fence sets what the first month is measured against.
        boolean isFenced = timeline.publishFromMs() != CatalogueTimeline.PUBLISH_ALL;
        return isFenced || log.hasOrder() || isInOrder(month);
    }

    /**
     * Whether the order of events can matter to what is kept of them, since the catalogues up to a month's end keep
     * different attributes. Events are then taken in the order of the log.
     */
    public boolean isInOrder(YearMonth month) {
        long endMs = endOf(month);
        return timeline.entries().stream()
                        .filter(entry -> entry.effectiveAtMs() <= endMs)
                        .map(entry -> entry.catalogue().retained())
                        .distinct()
                        .count()
                > 1;
    }

    /**
     * Compares the published class of a month with what its events say.
     *
     * @param published null if there is none
     */
    public List<Difference> check(EntityLog log, YearMonth month, @Nullable MonthlyClass published) {
        Optional<MonthlyClass> found = recompute(log, month);
        if (found.isEmpty() || published == null) {
            return found.isEmpty() && published == null
                    ? List.of()
                    : List.of(new Difference(
                            log.entityId(),
                            "",
                            published == null ? "no message" : published.getHeadlineClass(),
                            found.map(MonthlyClass::getHeadlineClass).orElse("not classified")));
        }
        MonthlyClass expected = found.get();
        if (!isInOrder(log, month)) {
            setBaselines(expected, baseline(log, month));
        }
        if (Arrays.equals(Wire.encode(expected), Wire.encode(published))) {
            return List.of();
        }
        return differences(log.entityId(), published, expected);
    }

    private static List<Difference> differences(String entityId, MonthlyClass published, MonthlyClass expected) {
        Map<String, String> there = words(published);
        Map<String, String> here = words(expected);
        TreeSet<String> domains = new TreeSet<>(there.keySet());
        domains.addAll(here.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String domain : domains) {
            String before = there.getOrDefault(domain, "does not stand in it");
            String after = here.getOrDefault(domain, "does not stand in it");
            if (!before.equals(after)) {
                differences.add(new Difference(entityId, domain, before, after));
            }
        }
        if (differences.isEmpty()) {
            differences.add(new Difference(entityId, "", published.toString(), expected.toString()));
        }
        return differences;
    }

    private static Map<String, String> words(MonthlyClass monthly) {
        Map<String, String> words = new TreeMap<>();
        for (Standing standing : monthly.getStandings()) {
            words.put(
                    standing.getDomain(),
                    standing.getScore() + " points, class " + standing.getClass$() + ", fused "
                            + standing.getFusedClass() + ", month before "
                            + Objects.requireNonNullElse(standing.getBaselineClass(), "none"));
        }
        return words;
    }

    /** The classes that were last taken before a month: of the month before, or of an earlier one if it had none. */
    private Map<String, String> baseline(EntityLog log, YearMonth month) {
        YearMonth before = month.minusMonths(1);
        Optional<MonthlyClass> found = Optional.empty();
        while (found.isEmpty() && isKnownBefore(log, before)) {
            found = recompute(log, before);
            before = before.minusMonths(1);
        }
        Map<String, String> classes = new TreeMap<>();
        found.ifPresent(monthly -> monthly.getStandings()
                .forEach(standing -> classes.put(standing.getDomain(), standing.getFusedClass())));
        return classes;
    }

    /** What is forgotten altogether has no baseline either. */
    private boolean isKnownBefore(EntityLog log, YearMonth month) {
        return !log.stepsBefore(endOf(month)).isEmpty() && replayed(log, month).isKnown();
    }

    private static void setBaselines(MonthlyClass monthly, Map<String, String> classes) {
        monthly.getStandings().forEach(standing -> standing.setBaselineClass(classes.get(standing.getDomain())));
    }

    private Optional<MonthlyClass> recompute(EntityLog log, YearMonth month) {
        int wanted = MONTHS_IN_YEAR * month.getYear() + month.getMonthValue() - 1;
        return replayed(log, month).months().stream()
                .filter(closed -> closed.month() == wanted)
                .reduce((first, second) -> second)
                .map(MonthCheck::message);
    }

    private Playback replayed(EntityLog log, YearMonth month) {
        List<Consumer<Playback>> steps = new ArrayList<>();
        for (Consumer<Playback> known : log.stepsBefore(endOf(month))) {
            steps.add(known);
            steps.add(known);
        }
        if (!isInOrder(log, month)) {
            Collections.shuffle(steps, new Random(seed ^ log.entityId().hashCode()));
        }
        Playback playback = new Playback(step, log.entityId());
        steps.forEach(known -> known.accept(playback));
        return playback.rollTo(endOf(month));
    }

    private static MonthlyClass message(Output.MonthClosed closed) {
        byte[] message = MonthlyClassEncoding.encode(closed).value();
        if (Wire.decode(message, MonthlyClass.class) instanceof Decoded.Value<MonthlyClass> value) {
            return value.value();
        }
        throw new IllegalStateException("a message that was just written cannot be read");
    }
}
