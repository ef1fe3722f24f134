package dev.forewarn.cli.count;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Family;
import dev.forewarn.avro.Op;
import dev.forewarn.avro.RuleKind;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.handling.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How early alerts came and how often they were right: by what people found, by the month-end class, and by the facts
 * that name the alert they came from. Messages that come again count once.
 */
public final class LeadTimes {

    /** The attribute by which a fact names the alert that it came from. */
    public static final String ALERT_ID = "alert_id";

    /** The source of the facts that the engine makes of people's findings; they follow from the alert by themselves. */
    private static final String FINDINGS = "disposal";

    private final Map<String, Last> alerts = new HashMap<>();
    private final Map<String, List<String>> followed = new HashMap<>();
    private final ZoneId zone;
    private final Function<String, @Nullable Outcome> outcomes;

    /** What is last known of one alert. */
    private record Last(
            int revision,
            Family family,
            List<String> domains,
            String rule,
            String ruleName,
            RuleKind kind,
            Instant openedAt,
            int leadDays,
            boolean isClassified,
            String outcome) {}

    /**
     * @param zone whose days count
     * @param outcomes the outcome of an id; null if the catalogue has none
     */
    public LeadTimes(ZoneId zone, Function<String, @Nullable Outcome> outcomes) {
        this.zone = zone;
        this.outcomes = outcomes;
    }

    /** Takes the next message of the topic of all alerts. */
    public void addAlert(byte[] message) {
        if (!(Wire.decode(message, Alert.class) instanceof Decoded.Value<Alert> value)) {
            return;
        }
        Alert alert = value.value();
        Last last = new Last(
                alert.getRevision(),
                alert.getFamily(),
                alert.getDomains(),
                alert.getRule(),
                alert.getRuleNameEn(),
                alert.getKind(),
                alert.getOpenedAt(),
                alert.getLeadDays(),
                alert.getClassified(),
                alert.getOutcome());
        alerts.merge(alert.getAlertId(), last, (old, fresh) -> fresh.revision() > old.revision() ? fresh : old);
    }

    /** Takes the next message of the log. */
    public void addFact(byte[] message) {
        if (Wire.decode(message, Event.class) instanceof Decoded.Value<Event> value) {
            Event event = value.value();
            String alertId = event.getAttributes().get(ALERT_ID);
            boolean isAsserted = event.getOp() == Op.ASSERT;
            if (alertId != null && isAsserted && !event.getSource().equals(FINDINGS)) {
                List<String> types = followed.computeIfAbsent(alertId, id -> new ArrayList<>());
                if (!types.contains(event.getType())) {
                    types.add(event.getType());
                }
            }
        }
    }

    /**
     * The alerts of one family, domain and rule.
     *
     * @param leadDays calendar days from each opening to the month end that would first have shown it, ascending
     * @param crossings crossings and projections whose month has ended: those that a month-end class could have
     *     confirmed
     * @param classified how many of these it confirmed
     * @param outcomes how many had each outcome; empty for those of which nobody has said
     * @param byMeaning how many of these say what of their alerts
     * @param followedBy how many alerts a fact of each type names as its origin
     */
    public record Line(
            Family family,
            String domain,
            String rule,
            String ruleName,
            List<Integer> leadDays,
            int crossings,
            int classified,
            SortedMap<String, Integer> outcomes,
            SortedMap<Outcome.Meaning, Integer> byMeaning,
            SortedMap<String, Integer> followedBy) {

        public int alerts() {
            return leadDays.size();
        }

        /** The number of days that a part of the alerts, in hundredths, does not exceed. */
        public int leadDaysAt(int percent) {
            return leadDays.get((leadDays.size() - 1) * percent / 100);
        }

        /** The share of alerts with something behind them among those of which people could tell; −1 if none. */
        public double precision() {
            int confirmed = byMeaning.getOrDefault(Outcome.Meaning.CONFIRMED, 0);
            int told = confirmed + byMeaning.getOrDefault(Outcome.Meaning.REFUTED, 0);
            return told == 0 ? -1 : (double) confirmed / told;
        }
    }

    /**
     * All lines, leads before reminders, then by domain and rule. An alert for several domains stands in each.
     *
     * @param now up to where time has come
     */
    public List<Line> lines(Instant now) {
        SortedMap<Family, SortedMap<String, SortedMap<String, List<String>>>> grouped = new TreeMap<>();
        alerts.forEach((id, last) -> last.domains()
                .forEach(domain -> grouped.computeIfAbsent(last.family(), family -> new TreeMap<>())
                        .computeIfAbsent(domain, name -> new TreeMap<>())
                        .computeIfAbsent(last.rule(), rule -> new ArrayList<>())
                        .add(id)));
        List<Line> lines = new ArrayList<>();
        grouped.forEach((family, domains) -> domains.forEach(
                (domain, rules) -> rules.forEach((rule, ids) -> lines.add(line(family, domain, rule, ids, now)))));
        return lines;
    }

    /** The local midnight that ends the month in which an alert opened. */
    private Instant monthEnd(Last last) {
        return last.openedAt()
                .atZone(zone)
                .toLocalDate()
                .plusDays(last.leadDays())
                .atStartOfDay(zone)
                .toInstant();
    }

    private Line line(Family family, String domain, String rule, List<String> ids, Instant now) {
        SortedMap<String, Integer> found = new TreeMap<>();
        SortedMap<Outcome.Meaning, Integer> meanings = new TreeMap<>();
        SortedMap<String, Integer> facts = new TreeMap<>();
        List<Integer> leadDays = new ArrayList<>();
        int crossings = 0;
        int classified = 0;
        String ruleName = "";
        for (String id : ids) {
            Last last = java.util.Objects.requireNonNull(alerts.get(id));
            ruleName = last.ruleName();
            leadDays.add(last.leadDays());
            boolean isOfClass = last.kind() == RuleKind.CROSSING || last.kind() == RuleKind.PROJECTION;
            boolean isOver = last.isClassified() || !monthEnd(last).isAfter(now);
            crossings += isOfClass && isOver ? 1 : 0;
            classified += isOfClass && last.isClassified() ? 1 : 0;
            found.merge(last.outcome(), 1, Integer::sum);
            Outcome outcome = outcomes.apply(last.outcome());
            if (outcome != null) {
                meanings.merge(outcome.meaning(), 1, Integer::sum);
            }
            followed.getOrDefault(id, List.of()).forEach(type -> facts.merge(type, 1, Integer::sum));
        }
        leadDays.sort(null);
        return new Line(family, domain, rule, ruleName, leadDays, crossings, classified, found, meanings, facts);
    }
}
