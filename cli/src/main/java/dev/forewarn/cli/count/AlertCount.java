package dev.forewarn.cli.count;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Handling;
import dev.forewarn.avro.Level;
import dev.forewarn.avro.Transition;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.catalogue.Source;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is on a topic of alerts. Output is at least once: after a crash messages come again, so a transition counts once
 * for each alert and revision.
 */
public final class AlertCount {

    private final Map<String, History> histories = new HashMap<>();
    private final Set<String> entities = new HashSet<>();
    private long messages;
    private long unreadable;

    /** What is known of one alert. */
    private static final class History {
        private final BitSet revisions = new BitSet();
        private final Map<Transition, Long> transitions = new EnumMap<>(Transition.class);
        private int newest;
        private Alert last = new Alert();

        private void add(Alert alert) {
            if (revisions.get(alert.getRevision())) {
                return;
            }
            revisions.set(alert.getRevision());
            transitions.merge(alert.getTransition(), 1L, Long::sum);
            if (alert.getRevision() > newest) {
                newest = alert.getRevision();
                last = bare(alert);
            }
        }

        /** Only what is counted, so that a million alerts fit into memory. */
        private static Alert bare(Alert alert) {
            Alert bare = new Alert();
            bare.setRule(alert.getRule());
            bare.setRuleNameEn(alert.getRuleNameEn());
            bare.setPeakLevel(alert.getPeakLevel());
            bare.setHandling(alert.getHandling());
            bare.setLeadDays(alert.getLeadDays());
            return bare;
        }
    }

    /**
     * The alerts of one rule that reached the same level at their worst.
     *
     * @param level the highest level that they have had
     * @param alerts how many alerts
     * @param open how many of them are not closed: their signal stands, or people are at them
     * @param medianLeadDays calendar days from the opening to the month end that would first have shown it
     * @param transitions how many transitions of each kind they went through
     */
    public record Line(
            String rule,
            String ruleName,
            Level level,
            long alerts,
            long open,
            int medianLeadDays,
            SortedMap<Transition, Long> transitions) {}

    /** Takes the next message of the topic. */
    public void add(byte[] message) {
        messages++;
        if (Wire.decode(message, Alert.class) instanceof Decoded.Value<Alert> alert) {
            if (!Source.isEntity(alert.value().getEntityId())) {
                entities.add(alert.value().getEntityId());
            }
            histories
                    .computeIfAbsent(alert.value().getAlertId(), id -> new History())
                    .add(alert.value());
        } else {
            unreadable++;
        }
    }

    /** Different alerts. */
    public long alerts() {
        return histories.size();
    }

    /** Businesses that ever had an alert. */
    public long entities() {
        return entities.size();
    }

    /** Different transitions, over all alerts. */
    public long transitions() {
        return histories.values().stream()
                .mapToLong(history -> history.revisions.cardinality())
                .sum();
    }

    /** Messages that repeat a transition. */
    public long repeated() {
        return messages - unreadable - transitions();
    }

    /** Messages that are no alerts. */
    public long unreadable() {
        return unreadable;
    }

    /** The alerts by rule and highest level, the worst level of a rule first. */
    public List<Line> lines() {
        Map<String, Map<Level, List<History>>> grouped = new TreeMap<>();
        for (History history : histories.values()) {
            grouped.computeIfAbsent(history.last.getRule(), rule -> new TreeMap<>(Comparator.reverseOrder()))
                    .computeIfAbsent(history.last.getPeakLevel(), level -> new ArrayList<>())
                    .add(history);
        }
        List<Line> lines = new ArrayList<>();
        grouped.forEach((rule, levels) -> levels.forEach((level, alike) -> lines.add(line(rule, level, alike))));
        return lines;
    }

    private static Line line(String rule, Level level, List<History> alike) {
        SortedMap<Transition, Long> transitions = new TreeMap<>();
        long open = 0;
        for (History history : alike) {
            history.transitions.forEach((transition, count) -> transitions.merge(transition, count, Long::sum));
            open += history.last.getHandling() == Handling.CLOSED ? 0 : 1;
        }
        int[] leadDays = alike.stream()
                .mapToInt(history -> history.last.getLeadDays())
                .sorted()
                .toArray();
        return new Line(
                rule,
                alike.get(0).last.getRuleNameEn(),
                level,
                alike.size(),
                open,
                leadDays[leadDays.length / 2],
                transitions);
    }
}
