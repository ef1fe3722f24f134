package dev.forewarn.cli.backtest;

import dev.forewarn.avro.Family;
import dev.forewarn.avro.Level;
import dev.forewarn.avro.RuleKind;
import dev.forewarn.cli.statistics.Quantiles;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Works out what the alerts say: how many, how right, how early. */
final class AlertFigures {

    /** Within how many days a bad outcome bears an alert out. */
    static final List<Integer> FOLLOWED_WITHIN = List.of(30, 90, 180, 365);

    private static final int YEAR = 365;
    private static final int FLAP_DAYS = 30;

    private final AlertLedger ledger;
    private final Map<String, long[]> outcomes;
    private final Question question;
    private final Instant dataEnd;
    private final ZoneId zone;

    /** @param dataEnd the last instant of which outcomes are known */
    AlertFigures(AlertLedger ledger, Map<String, long[]> outcomes, Question question, Instant dataEnd, ZoneId zone) {
        this.ledger = ledger;
        this.outcomes = outcomes;
        this.question = question;
        this.dataEnd = dataEnd;
        this.zone = zone;
    }

    BacktestResult.Alerts alerts() {
        List<AlertLedger.Entry> all = ledger.opened();
        List<AlertLedger.Entry> leads =
                all.stream().filter(entry -> entry.family() == Family.LEAD).toList();
        int reminders = all.size() - leads.size();
        double perThousand = 1_000.0 / ledger.businessMonths();
        long reds = all.stream().filter(entry -> entry.peak() == Level.RED).count();
        Map<String, Map<Integer, Double>> byRule = new TreeMap<>();
        all.stream()
                .map(AlertLedger.Entry::rule)
                .distinct()
                .forEach(rule -> byRule.put(
                        rule,
                        confirmed(all.stream()
                                .filter(entry -> entry.rule().equals(rule))
                                .toList())));
        List<Double> leadDays = new ArrayList<>();
        int warnable = leadTimes(leadDays);
        return new BacktestResult.Alerts(
                ledger.businessMonths(),
                leads.size(),
                reminders,
                byLevel(all),
                byRule(all),
                leads.size() * perThousand,
                reds * perThousand,
                reminders * perThousand,
                confirmed(leads),
                byRule,
                warnable,
                (double) leadDays.size() / warnable,
                spread(leadDays),
                spread(all.stream()
                        .filter(entry -> entry.kind() == RuleKind.CROSSING || entry.kind() == RuleKind.PROJECTION)
                        .map(entry -> (double) entry.leadDays())
                        .toList()),
                (double) ledger.flaps(FLAP_DAYS) / all.size(),
                byMonth(all));
    }

    /**
     * Adds, for each bad outcome of the window that came after a lead of the year before it (which may have opened
     * before the window), the days from the first of these leads.
     *
     * @return how many bad outcomes the window has
     */
    private int leadTimes(List<Double> leadDays) {
        Map<String, List<Long>> opened = new TreeMap<>();
        ledger.all().stream()
                .filter(entry -> entry.family() == Family.LEAD)
                .forEach(entry -> opened.computeIfAbsent(entry.entityId(), id -> new ArrayList<>())
                        .add(entry.openedAt().toEpochMilli()));
        int inWindow = 0;
        for (Map.Entry<String, long[]> entity : outcomes.entrySet()) {
            for (long atMs : entity.getValue()) {
                if (atMs < question.from().toEpochMilli()
                        || atMs >= question.to().toEpochMilli()) {
                    continue;
                }
                inWindow++;
                opened.getOrDefault(entity.getKey(), List.of()).stream()
                        .filter(openedMs -> openedMs < atMs && days(openedMs, atMs) <= YEAR)
                        .findFirst()
                        .ifPresent(openedMs -> leadDays.add((double) days(openedMs, atMs)));
            }
        }
        return inWindow;
    }

    private Map<Integer, Double> confirmed(List<AlertLedger.Entry> alerts) {
        Map<Integer, Double> shares = new LinkedHashMap<>();
        for (int within : FOLLOWED_WITHIN) {
            List<AlertLedger.Entry> seen = alerts.stream()
                    .filter(entry -> days(entry.openedAt().toEpochMilli(), dataEnd.toEpochMilli()) >= within)
                    .toList();
            double followed =
                    seen.stream().filter(entry -> isFollowed(entry, within)).count();
            shares.put(within, followed / seen.size());
        }
        return shares;
    }

    private boolean isFollowed(AlertLedger.Entry entry, int within) {
        long openedMs = entry.openedAt().toEpochMilli();
        return Arrays.stream(outcomes.getOrDefault(entry.entityId(), new long[0]))
                .anyMatch(atMs -> atMs > openedMs && days(openedMs, atMs) <= within);
    }

    private long days(long fromMs, long toMs) {
        return ChronoUnit.DAYS.between(
                Instant.ofEpochMilli(fromMs).atZone(zone).toLocalDate(),
                Instant.ofEpochMilli(toMs).atZone(zone).toLocalDate());
    }

    private static Map<String, Integer> byLevel(List<AlertLedger.Entry> alerts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Level level : List.of(Level.RED, Level.ORANGE, Level.YELLOW, Level.BLUE)) {
            counts.put(level.name().toLowerCase(Locale.ROOT), (int)
                    alerts.stream().filter(entry -> entry.peak() == level).count());
        }
        return counts;
    }

    private static Map<String, Integer> byRule(List<AlertLedger.Entry> alerts) {
        Map<String, Integer> counts = new TreeMap<>();
        alerts.forEach(entry -> counts.merge(entry.rule(), 1, Integer::sum));
        return counts;
    }

    /** By month the numbers of red, orange, yellow and blue alerts. */
    private Map<String, int[]> byMonth(List<AlertLedger.Entry> alerts) {
        List<Level> levels = List.of(Level.RED, Level.ORANGE, Level.YELLOW, Level.BLUE);
        Map<String, int[]> months = new TreeMap<>();
        for (AlertLedger.Entry entry : alerts) {
            String month =
                    entry.openedAt().atZone(zone).toLocalDate().toString().substring(0, 7);
            int level = levels.indexOf(entry.peak());
            if (level >= 0) {
                months.computeIfAbsent(month, name -> new int[levels.size()])[level]++;
            }
        }
        return months;
    }

    private static BacktestResult.Spread spread(List<Double> values) {
        double[] days = values.stream().mapToDouble(Double::doubleValue).toArray();
        return new BacktestResult.Spread(
                days.length, Quantiles.median(days), Quantiles.at(days, 0.1), Quantiles.at(days, 0.9), days);
    }
}
