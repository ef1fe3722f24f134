package dev.forewarn.cli.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one catalogue raised and another did not. Alerts are the same warning if they are about the same business, rule
 * and subject and opened within a year of each other; each has one partner at most, the first that fits in order of
 * time.
 *
 * @param gained alerts of this catalogue without a partner
 * @param lost alerts of the other without one
 * @param earlier alerts that this catalogue opened on an earlier day
 * @param classes businesses that stood in another class at the last month end, or in one under one catalogue only
 */
record Comparison(
        String otherCatalogue,
        BacktestResult other,
        List<Moved> gained,
        List<Moved> lost,
        List<Moved> earlier,
        List<Moved> later,
        int same,
        List<ClassChange> classes) {

    private static final Duration LONGEST = Duration.ofDays(365);

    /**
     * An alert that came, went or moved.
     *
     * @param days by how many it came earlier, or later; 0 if it has no partner
     */
    record Moved(String entityId, String name, String rule, String subject, Instant opened, long days) {}

    /** @param from the class under the other catalogue */
    record ClassChange(String entityId, String name, String from, String to) {}

    static Comparison of(AlertLedger mine, AlertLedger theirs, BacktestResult other) {
        Map<String, List<AlertLedger.Entry>> partners = new HashMap<>();
        theirs.opened()
                .forEach(entry -> partners.computeIfAbsent(entry.about(), about -> new ArrayList<>())
                        .add(entry));
        List<Moved> gained = new ArrayList<>();
        List<Moved> earlier = new ArrayList<>();
        List<Moved> later = new ArrayList<>();
        int same = 0;
        for (AlertLedger.Entry entry : mine.opened()) {
            AlertLedger.Entry partner = take(partners.get(entry.about()), entry.openedAt());
            long days = partner == null
                    ? 0
                    : Duration.between(entry.openedAt(), partner.openedAt()).toDays();
            if (partner == null) {
                gained.add(moved(entry, 0));
            } else if (days == 0) {
                same++;
            } else {
                (days > 0 ? earlier : later).add(moved(entry, Math.abs(days)));
            }
        }
        List<Moved> lost = new ArrayList<>();
        theirs.opened().stream()
                .filter(entry -> partners.getOrDefault(entry.about(), List.of()).contains(entry))
                .forEach(entry -> lost.add(moved(entry, 0)));
        return new Comparison(
                other.run().catalogue(), other, gained, lost, earlier, later, same, classChanges(mine, theirs));
    }

    private static AlertLedger.@Nullable Entry take(@Nullable List<AlertLedger.Entry> candidates, Instant openedAt) {
        if (candidates == null) {
            return null;
        }
        for (AlertLedger.Entry candidate : candidates) {
            if (Duration.between(openedAt, candidate.openedAt()).abs().compareTo(LONGEST) <= 0) {
                candidates.remove(candidate);
                return candidate;
            }
        }
        return null;
    }

    private static List<ClassChange> classChanges(AlertLedger mine, AlertLedger theirs) {
        Map<String, String> names = new HashMap<>();
        mine.all().forEach(entry -> names.put(entry.entityId(), entry.entityName()));
        theirs.all().forEach(entry -> names.putIfAbsent(entry.entityId(), entry.entityName()));
        Map<String, String> before = theirs.classes();
        Map<String, String> after = mine.classes();
        Set<String> either = new TreeSet<>(before.keySet());
        either.addAll(after.keySet());
        List<ClassChange> changes = new ArrayList<>();
        for (String entityId : either) {
            String from = before.getOrDefault(entityId, "");
            String to = after.getOrDefault(entityId, "");
            if (!from.equals(to)) {
                changes.add(new ClassChange(entityId, names.getOrDefault(entityId, ""), from, to));
            }
        }
        return changes;
    }

    private static Moved moved(AlertLedger.Entry entry, long days) {
        return new Moved(entry.entityId(), entry.entityName(), entry.rule(), entry.subject(), entry.openedAt(), days);
    }
}
