package dev.forewarn.cli.backtest;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Family;
import dev.forewarn.avro.Level;
import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.RuleKind;
import dev.forewarn.avro.Signal;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.truth.ClassHistory;
import dev.forewarn.core.catalogue.Source;
import dev.forewarn.engine.wire.Outbound;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps of what the graph says as much as a report needs: each alert once, and the newest class of each business. */
final class AlertLedger {

    private final Instant from;
    private final Instant to;
    private final Map<String, Entry> alerts = new HashMap<>();
    private final Map<String, String> classes = new TreeMap<>();
    private final Map<String, String> newestMonth = new HashMap<>();
    private final ClassHistory history = new ClassHistory();
    private long businessMonths;

    /**
     * One alert over its whole life.
     *
     * @param peak the highest level that it had
     * @param leadDays days from the opening to the month end that would first have shown it
     * @param endedAt when its signal ended, null if it has not
     */
    record Entry(
            String alertId,
            int revision,
            String entityId,
            String entityName,
            String rule,
            String subject,
            Family family,
            RuleKind kind,
            Level peak,
            Instant openedAt,
            int leadDays,
            @Nullable Instant endedAt) {

        /** What it is about: alerts that agree in it are the same warning. */
        String about() {
            return entityId + "\u0000" + rule + "\u0000" + subject;
        }
    }

    /** Takes alerts that opened, and months that ended, from an instant on and before another. */
    AlertLedger(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    /** Takes the next message, from any thread. */
    synchronized void take(Outbound message) {
        if (message.channel() == Outbound.Channel.ALERTS
                && Wire.decode(message.value(), Alert.class) instanceof Decoded.Value<Alert> value) {
            take(value.value());
        } else if (message.channel() == Outbound.Channel.CLASSES
                && Wire.decode(message.value(), MonthlyClass.class) instanceof Decoded.Value<MonthlyClass> value) {
            take(value.value());
        }
    }

    private void take(Alert alert) {
        boolean isOver = alert.getSignal() == Signal.CLEARED || alert.getSignal() == Signal.WITHDRAWN;
        Entry entry = new Entry(
                alert.getAlertId(),
                alert.getRevision(),
                alert.getEntityId(),
                text(alert.getEntityName()),
                alert.getRule(),
                text(alert.getSubject()),
                alert.getFamily(),
                alert.getKind(),
                alert.getPeakLevel(),
                alert.getOpenedAt(),
                alert.getLeadDays(),
                isOver ? alert.getAt() : null);
        alerts.merge(entry.alertId(), entry, (old, fresh) -> fresh.revision() > old.revision() ? fresh : old);
    }

    private void take(MonthlyClass closed) {
        if (Source.isEntity(closed.getEntityId())) {
            return;
        }
        Instant at = closed.getRecordedAt();
        String before = newestMonth.getOrDefault(closed.getEntityId(), "");
        // A month is said again when the platform's own class of it arrives.
        if (closed.getMonth().compareTo(before) > 0 && at.isAfter(from) && !at.isAfter(to)) {
            businessMonths++;
        }
        if (closed.getMonth().compareTo(before) > 0) {
            history.put(closed.getEntityId(), YearMonth.parse(closed.getMonth()), closed.getHeadlineClass());
        }
        if (closed.getMonth().compareTo(before) >= 0) {
            newestMonth.put(closed.getEntityId(), closed.getMonth());
            classes.put(closed.getEntityId(), closed.getHeadlineClass());
        }
    }

    /** The alerts that opened within the window, in order. */
    List<Entry> opened() {
        return all().stream()
                .filter(entry ->
                        !entry.openedAt().isBefore(from) && entry.openedAt().isBefore(to))
                .toList();
    }

    /** How many of the alerts opened while the same warning had ended less than so many days before. */
    long flaps(int days) {
        Map<String, Instant> ended = new HashMap<>();
        long flaps = 0;
        for (Entry entry : all()) {
            Instant before = ended.get(entry.about());
            boolean isInWindow =
                    !entry.openedAt().isBefore(from) && entry.openedAt().isBefore(to);
            if (isInWindow && before != null && entry.openedAt().isBefore(before.plusSeconds(days * 86_400L))) {
                flaps++;
            }
            if (entry.endedAt() != null) {
                ended.put(entry.about(), entry.endedAt());
            }
        }
        return flaps;
    }

    /** All alerts, also those that opened before the window, in order. */
    List<Entry> all() {
        return alerts.values().stream()
                .sorted(Comparator.comparing(Entry::openedAt).thenComparing(Entry::alertId))
                .toList();
    }

    /** Month-end classifications within the window, one for each business and month. */
    long businessMonths() {
        return businessMonths;
    }

    /** The class of each business at the last month end. */
    Map<String, String> classes() {
        return Map.copyOf(classes);
    }

    /** The class of each business at every month end, as it was first said. */
    ClassHistory history() {
        return history;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
