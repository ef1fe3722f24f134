package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.Cause;
import dev.forewarn.core.alert.ClearReason;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.alert.Transition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The alerts of one entity: up at once, down after the time that the rule sets. */
final class PlainAlerts {

    /** How many facts an alert names. */
    static final int EVIDENCE_LIMIT = 16;

    private final TreeMap<PlainKey, PlainAlert> open = new TreeMap<>();
    /** Since when each condition has held without a break, neither open nor in a cool-down. */
    private final Map<PlainKey, Long> heldSince = new TreeMap<>();
    /** The last alert of a key that is no longer open. */
    private final Map<PlainKey, Shut> shut = new TreeMap<>();

    /** @param coolUntilMs end of the cool-down; the instant of closing if there is none */
    private record Shut(PlainAlert alert, long coolUntilMs) {
        Shut broken() {
            return new Shut(alert, Long.MIN_VALUE);
        }
    }

    List<PlainAlert> open() {
        return List.copyOf(open.values());
    }

    /** Moves every alert to an instant. */
    List<PlainChange> settle(PlainRules rules, long nowMs, Cause cause) {
        Map<PlainKey, Level> holdings = rules.day().isDeregistered() ? Map.of() : rules.holdings();
        heldSince.keySet().retainAll(holdings.keySet());
        // A cool-down ends with the registration of the business, or with the rule.
        shut.replaceAll((key, last) -> isForgotten(rules, key) ? last.broken() : last);
        TreeSet<PlainKey> keys = new TreeSet<>(holdings.keySet());
        keys.addAll(open.keySet());
        Step step = new Step(rules, nowMs, cause, new ArrayList<>());
        for (PlainKey key : keys) {
            @Nullable PlainAlert alert = open.get(key);
            if (alert != null) {
                moveOpen(step, alert, holdings.get(key));
            }
            @Nullable Level reached = holdings.get(key);
            if (reached != null && !open.containsKey(key)) {
                raiseIfDue(step, key, reached);
            }
        }
        return step.changes();
    }

    private static boolean isForgotten(PlainRules rules, PlainKey key) {
        return rules.day().isDeregistered() || rules.rule(key.ruleId()).isEmpty();
    }

    private record Step(PlainRules rules, long nowMs, Cause cause, List<PlainChange> changes) {
        LocalDate today() {
            return rules.day().today();
        }

        void say(PlainAlert after, Transition transition, @Nullable ClearReason reason) {
            changes.add(new PlainChange(nowMs, after, transition, cause, reason));
        }
    }

    // --- an open alert

    private void moveOpen(Step step, PlainAlert alert, @Nullable Level reached) {
        Optional<AlertRule> rule = step.rules().rule(alert.key().ruleId());
        if (step.rules().day().isDeregistered()) {
            clear(step, alert, 0, ClearReason.DEREGISTERED);
        } else if (rule.isEmpty()) {
            clear(step, alert, 0, ClearReason.RULE_CHANGE);
        } else if (reached != null && reached.compareTo(alert.level()) > 0) {
            stand(step, alert, reached, Transition.ESCALATED);
        } else {
            fall(step, alert, rule.get());
        }
    }

    private void fall(Step step, PlainAlert alert, AlertRule rule) {
        @Nullable Level kept = step.rules().kept(rule, alert);
        if (kept != null && kept.compareTo(alert.level()) >= 0) {
            open.put(alert.key(), alert.below(null, null));
            return;
        }
        boolean isRuleChange = step.cause() == Cause.RULE_CHANGE;
        if (kept == null
                && !isRuleChange
                && mayWithdraw(step, alert)
                && !step.rules().heldAtOpening(rule, alert)) {
            withdraw(step, alert);
            return;
        }
        long since = alert.belowSinceMs() == null ? step.nowMs() : alert.belowSinceMs();
        Cause fell = alert.fell() == null ? step.cause() : alert.fell();
        open.put(alert.key(), alert.below(since, fell));
        // Another rule lets an alert down at once; facts and time only after the time that the rule sets.
        if (!isRuleChange && step.nowMs() - since < rule.terms().clearAfterMs()) {
            return;
        }
        if (kept == null) {
            clear(step, alert, rule.terms().coolDownMs(), reason(isRuleChange ? step.cause() : fell));
        } else {
            stand(step, alert, kept, Transition.EASED);
        }
    }

    private static ClearReason reason(Cause cause) {
        return switch (cause) {
            case EVENT -> ClearReason.ACTION;
            case RULE_CHANGE -> ClearReason.RULE_CHANGE;
            default -> ClearReason.EXPIRY;
        };
    }

    private static boolean mayWithdraw(Step step, PlainAlert alert) {
        PlainDay day = step.rules().day();
        LocalDate opened = new PlainCalendar(day.catalogue().days().zone()).dayOf(alert.openedAtMs());
        return !step.today().isAfter(opened.plusDays(day.catalogue().correctionHorizonDays()));
    }

    private void stand(Step step, PlainAlert alert, Level level, Transition transition) {
        AlertRule rule = step.rules().rule(alert.key().ruleId()).orElseThrow();
        PlainAlert moved = alert.at(level, keys(step, rule, alert.key()));
        open.put(alert.key(), moved);
        step.say(moved, transition, null);
    }

    private void clear(Step step, PlainAlert alert, long coolDownMs, ClearReason reason) {
        open.remove(alert.key());
        shut.put(alert.key(), new Shut(alert.shut(), step.nowMs() + coolDownMs));
        step.say(alert.shut(), Transition.CLEARED, reason);
    }

    private void withdraw(Step step, PlainAlert alert) {
        open.remove(alert.key());
        shut.put(alert.key(), new Shut(alert.shut(), step.nowMs()));
        step.say(alert.shut(), Transition.WITHDRAWN, null);
    }

    // --- a new alert

    private void raiseIfDue(Step step, PlainKey key, Level reached) {
        AlertRule rule = step.rules().rule(key.ruleId()).orElseThrow();
        if (isCooling(step, key, rule)) {
            return;
        }
        heldSince.putIfAbsent(key, step.nowMs());
        if (step.nowMs() < heldSince.get(key) + rule.terms().dwellMs()) {
            return;
        }
        heldSince.remove(key);
        // Raised again in the very instant of its opening it is the same alert, with the same identity.
        @Nullable Shut last = shut.get(key);
        String reference = step.rules().reference(rule, key.subject());
        PlainAlert opening = last != null && last.alert().openedAtMs() == step.nowMs()
                ? last.alert().reopening(reference)
                : PlainAlert.opening(key, step.nowMs(), reference);
        stand(step, opening, reached, Transition.RAISED);
    }

    /** New evidence ends a cool-down for good. */
    private boolean isCooling(Step step, PlainKey key, AlertRule rule) {
        @Nullable Shut last = shut.get(key);
        if (last == null || step.nowMs() >= last.coolUntilMs()) {
            return false;
        }
        if (!hasNew(keys(step, rule, key), last.alert().evidence())) {
            return true;
        }
        shut.put(key, last.broken());
        return false;
    }

    /** An alert names the newest facts only, so what it did not name is told by their number. */
    private static boolean hasNew(List<String> now, List<String> before) {
        return now.size() > before.size() || !named(before).containsAll(named(now));
    }

    private static List<String> named(List<String> evidence) {
        return evidence.subList(0, Math.min(EVIDENCE_LIMIT, evidence.size()));
    }

    private static List<String> keys(Step step, AlertRule rule, PlainKey key) {
        return step.rules().evidence(rule, key.subject()).stream()
                .map(PlainFact::key)
                .toList();
    }

    // --- the month end, and time

    /** Marks crossings that the class of a month confirms. */
    List<PlainChange> classify(BiPredicate<AlertRule, PlainAlert> isConfirmed, PlainRules rules, long nowMs) {
        Step step = new Step(rules, nowMs, Cause.TIME, new ArrayList<>());
        for (PlainAlert alert : open()) {
            Optional<AlertRule> rule = rules.rule(alert.key().ruleId());
            if (!alert.isClassified() && rule.isPresent() && isConfirmed.test(rule.get(), alert)) {
                open.put(alert.key(), alert.classified());
                step.say(alert.classified(), Transition.CLASSIFIED, null);
            }
        }
        return step.changes();
    }

    /** The next instant at which time alone may move an alert. */
    long nextDeadlineMs(PlainRules rules, long nowMs) {
        List<Long> deadlines = new ArrayList<>();
        open.forEach((key, alert) -> rules.rule(key.ruleId()).ifPresent(rule -> {
            if (alert.belowSinceMs() != null) {
                deadlines.add(alert.belowSinceMs() + rule.terms().clearAfterMs());
            }
        }));
        heldSince.forEach((key, since) -> rules.rule(key.ruleId())
                .ifPresent(rule -> deadlines.add(since + rule.terms().dwellMs())));
        shut.values().forEach(one -> deadlines.add(one.coolUntilMs()));
        return deadlines.stream().filter(at -> at > nowMs).min(Long::compare).orElse(Long.MAX_VALUE);
    }
}
