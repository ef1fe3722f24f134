package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.Cause;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.OfficialClass;
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
    private List<PlainMonth.Line> classified = List.of();
    private int closedMonth;
    private final PlainPlatform platform = new PlainPlatform();
    private boolean hasBegun;
    private long nowMs = Long.MIN_VALUE;
    private int entry;
    private LocalDate today = LocalDate.MIN;
    private @Nullable PlainRules rules;
    /** A day on what is known now, from which others are looked at. */
    private @Nullable PlainDay day;

    PlainHistory(CatalogueTimeline timeline) {
        this.entries = timeline.entries();
    }

    /** Applies the next message of the log. */
    void onMessage(Message message) {
        if (message instanceof Message.OfClasses classes) {
            onOfficial(classes.official());
        } else {
            onEvent(((Message.OfEvent) message).event());
        }
    }

    /** Applies the next event of the log. */
    void onEvent(Event event) {
        moveTo(event.recordedAtMs());
        known.add(new PlainFacts.Known(event, catalogue().retained()));
        forget();
        settle(Cause.EVENT);
    }

    private void moveTo(long recordedAtMs) {
        long at = Math.max(nowMs, recordedAtMs);
        if (hasBegun) {
            advanceTo(at);
        } else {
            begin(at);
        }
    }

    private void begin(long at) {
        hasBegun = true;
        nowMs = at;
        while (nextCatalogueMs() <= at) {
            entry++;
        }
        today = calendar().dayOf(at);
        closedMonth = PlainCalendar.numberOf(YearMonth.from(today)) - 1;
    }

    /** Everything due by an instant happens, in order, each at its own instant. */
    void advanceTo(long instantMs) {
        while (hasBegun && nextDueMs() <= instantMs) {
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
        rules = null;
    }

    private void settle(Cause cause) {
        changes.addAll(alerts.settle(rules(), nowMs, cause));
    }

    // --- month ends

    private void closeMonth() {
        PlainDay lastDay = rules().day();
        closedMonth = PlainCalendar.numberOf(YearMonth.from(today));
        if (known.isEmpty()) {
            return;
        }
        Map<String, String> before = baselines();
        classified = List.of();
        rules = null;
        if (lastDay.isDeregistered()) {
            return;
        }
        List<PlainMonth.Line> standings = new ArrayList<>();
        for (Scheme scheme : lastDay.schemes()) {
            standings.add(new PlainMonth.Line(
                    scheme,
                    lastDay.standing(scheme),
                    before.getOrDefault(scheme.domain(), ""),
                    lastDay.partsById(scheme)));
        }
        classified = List.copyOf(standings);
        months.add(new PlainMonth(closedMonth, nowMs, standings, catalogue().baseline(), List.of()));
        changes.addAll(alerts.classify((rule, alert) -> isConfirmed(rule, alert, standings), rules(), nowMs));
    }

    private void onOfficial(OfficialClass other) {
        moveTo(other.recordedAtMs());
        if (!platform.learn(other)) {
            return;
        }
        rules = null;
        if (other.month() == closedMonth && !classified.isEmpty()) {
            PlainDay lastDay = new PlainDay(catalogue(), rules().day().facts(), lastDayOf(closedMonth));
            List<PlainMonth.Compared> compared = new PlainReconciler(lastDay, other).compare(classified);
            months.add(
                    new PlainMonth(closedMonth, nowMs, classified, catalogue().baseline(), compared));
        }
        settle(Cause.EVENT);
    }

    private static LocalDate lastDayOf(int month) {
        return YearMonth.of(month / 12, month % 12 + 1).atEndOfMonth();
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
        day = null;
    }

    /** What the rules say now. */
    PlainRules rules() {
        if (rules == null) {
            day = day == null ? new PlainDay(catalogue(), new PlainFacts(known, calendar()), today) : day.on(today);
            rules = new PlainRules(day, baselines());
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

    /** The class that each domain is measured against. */
    Map<String, String> baselines() {
        Map<String, String> baselines = new HashMap<>();
        classified.forEach(line -> baselines.put(line.scheme().domain(), line.fusedLabel()));
        baselines.putAll(platform.baselines(catalogue()));
        return baselines;
    }

    /** What the last monthly classification said; empty if it did not have the entity. */
    List<PlainMonth.Line> classified() {
        return classified;
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
