package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.Cause;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.event.Event;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lives through the log of one entity: visits every midnight, every deadline and every event, and recounts each time.
 */
final class PlainHistory {

    private final List<CatalogueTimeline.Entry> entries;
    private final List<PlainFacts.Known> known = new ArrayList<>();
    private final PlainAlerts alerts = new PlainAlerts();
    private final List<PlainChange> changes = new ArrayList<>();
    private final List<PlainMonth> months = new ArrayList<>();
    private Map<String, String> monthlyClasses = Map.of();
    private long nowMs = Long.MIN_VALUE;
    private int entry;
    private LocalDate today = LocalDate.MIN;
    private @Nullable PlainRules rules;

    PlainHistory(CatalogueTimeline timeline) {
        this.entries = timeline.entries();
    }

    /** Applies the next event of the log. */
    void onEvent(Event event) {
        long at = Math.max(nowMs, event.recordedAtMs());
        if (known.isEmpty()) {
            begin(at);
        } else {
            advanceTo(at);
        }
        known.add(new PlainFacts.Known(event, catalogue().retained()));
        forget();
        settle(Cause.EVENT);
    }

    private void begin(long at) {
        nowMs = at;
        while (nextCatalogueMs() <= at) {
            entry++;
        }
        today = calendar().dayOf(at);
    }

    /** Everything due by an instant happens, in order, each at its own instant. */
    void advanceTo(long instantMs) {
        while (!known.isEmpty() && nextDueMs() <= instantMs) {
            nowMs = nextDueMs();
            changeCatalogues();
            changeDay();
            settle(Cause.TIME);
        }
        nowMs = Math.max(nowMs, instantMs);
    }

    private long nextDueMs() {
        long midnight = calendar().midnightOf(today.plusDays(1));
        return Math.min(Math.min(midnight, nextCatalogueMs()), alerts.nextDeadlineMs(rules(), nowMs));
    }

    private long nextCatalogueMs() {
        return entry + 1 < entries.size() ? entries.get(entry + 1).effectiveAtMs() : Long.MAX_VALUE;
    }

    private void changeCatalogues() {
        while (nextCatalogueMs() <= nowMs) {
            entry++;
            forget();
            settle(Cause.RULE_CHANGE);
        }
    }

    private void changeDay() {
        LocalDate next = today.plusDays(1);
        if (nowMs < calendar().midnightOf(next)) {
            return;
        }
        if (next.getDayOfMonth() == 1) {
            closeMonth();
        }
        today = next;
        forget();
    }

    private void settle(Cause cause) {
        changes.addAll(alerts.settle(rules(), nowMs, cause));
    }

    // --- month ends

    private void closeMonth() {
        PlainDay lastDay = rules().day();
        if (lastDay.isDeregistered()) {
            return;
        }
        List<PlainMonth.Line> standings = new ArrayList<>();
        for (Scheme scheme : lastDay.schemes()) {
            String before = monthlyClasses.getOrDefault(scheme.domain(), "");
            standings.add(new PlainMonth.Line(scheme, lastDay.standing(scheme), before, lastDay.partsById(scheme)));
        }
        months.add(new PlainMonth(PlainCalendar.numberOf(YearMonth.from(today)), nowMs, standings));
        monthlyClasses = new HashMap<>();
        standings.forEach(line -> monthlyClasses.put(line.scheme().domain(), line.fusedLabel()));
        forget();
        changes.addAll(alerts.classify((rule, alert) -> isConfirmed(rule, alert, standings), rules(), nowMs));
    }

    private static boolean isConfirmed(AlertRule rule, PlainAlert alert, List<PlainMonth.Line> standings) {
        return PlainSays.looksAtMonths(rule)
                && standings.stream()
                        .filter(line ->
                                line.scheme().domain().equals(alert.key().subject()))
                        .anyMatch(line -> line.isWorseThan(alert.reference()));
    }

    // --- what is known now

    private void forget() {
        rules = null;
    }

    /** What the rules say now. */
    PlainRules rules() {
        if (rules == null) {
            rules = new PlainRules(new PlainDay(catalogue(), new PlainFacts(known, calendar()), today), monthlyClasses);
        }
        return rules;
    }

    Catalogue catalogue() {
        return entries.get(entry).catalogue();
    }

    private PlainCalendar calendar() {
        return new PlainCalendar(catalogue().days().zone());
    }

    long nowMs() {
        return nowMs;
    }

    /** The class of a domain at the last month end. */
    Map<String, String> monthlyClasses() {
        return monthlyClasses;
    }

    List<PlainAlert> openAlerts() {
        return alerts.open();
    }

    List<PlainChange> changes() {
        return changes;
    }

    List<PlainMonth> months() {
        return months;
    }
}
