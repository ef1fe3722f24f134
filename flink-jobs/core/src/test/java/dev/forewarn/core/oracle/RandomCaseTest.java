package dev.forewarn.core.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.ClearReason;
import dev.forewarn.core.assess.Reconciliation;
import dev.forewarn.core.catalogue.BaselineSource;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import dev.forewarn.core.fusion.FusionMode;
import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.indicator.Taking;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Chance must go everywhere, or the promises are tested nowhere. */
class RandomCaseTest {

    private static final int CASES = 600;

    private final Map<String, Integer> met = new TreeMap<>();

    @Test
    void randomHistoriesMeetEverythingThatCanHappen() {
        for (long seed = 0; seed < CASES; seed++) {
            meet(RandomCase.history(seed));
        }
        assertThat(met).containsKeys(names(Aggregate.values(), ""));
        assertThat(met).containsKeys(names(Aggregate.values(), "above zero "));
        assertThat(met).containsKeys(names(Taking.Take.values(), "per "));
        assertThat(met)
                .containsKeys(
                        "until ended",
                        "lives by severity",
                        "only the newest",
                        "due in working days",
                        "pattern of a pattern");
        assertThat(met).containsKeys(names(FusionMode.values(), "fused by "));
        assertThat(met)
                .containsKeys(
                        "held Set",
                        "held Floor",
                        "held Shift",
                        "held Lift",
                        "mitigated",
                        "better by rule",
                        "worse by rule",
                        "general scheme that does not apply",
                        "modes that disagree");
        for (String rule : List.of("Crossing ", "Trigger ", "Condition ")) {
            assertThat(met)
                    .containsKeys(
                            rule + "RAISED", rule + "ESCALATED", rule + "EASED", rule + "CLEARED", rule + "WITHDRAWN");
        }
        assertThat(met).containsKeys("Projection RAISED", "Projection CLEARED", "Projection WITHDRAWN");
        assertThat(met).containsKeys("Crossing CLASSIFIED", "3 catalogues", "month end", "deregistered");
        // What people have closed is superseded; these histories know no people, HandlingPropertyTest does.
        ClearReason[] withoutPeople = Arrays.stream(ClearReason.values())
                .filter(reason -> reason != ClearReason.SUPERSEDED)
                .toArray(ClearReason[]::new);
        assertThat(met).containsKeys(names(withoutPeople, "cleared for "));
        assertThat(met).containsKeys("RAISED by EVENT", "RAISED by TIME", "RAISED by RULE_CHANGE");
        assertThat(met)
                .containsKeys(
                        "version of a known record",
                        "assertion after a retraction",
                        "late event",
                        "event of the future",
                        "alert of many transitions",
                        "more evidence than is named");
        assertThat(met)
                .containsKeys(names(BaselineSource.values(), "baseline "))
                .containsKeys(names(Reconciliation.Reason.values(), "differs by "))
                .containsKeys(
                        "official before anything else",
                        "late official",
                        "official without news",
                        "official that moves an alert",
                        "same class");
    }

    @Test
    void randomHistoriesHaveAYesterdayAndATomorrow() {
        for (long seed = 0; seed < CASES / 2; seed++) {
            Case made = RandomCase.history(seed);
            PlainHistory history = new PlainHistory(made.timeline());
            for (Message message : made.log()) {
                history.onMessage(message);
                meetWaysDown(new PlainWaysDown(history.rules().day()).find());
            }
            meetOutlook(history.rules().day());
        }
        assertThat(met)
                .containsKeys(
                        "way down",
                        "way of several measures",
                        "better ahead",
                        "worse ahead",
                        "several causes",
                        "other class at the month end");
    }

    private void meet(PlainMonth.Compared compared) {
        String reason = compared.reason().replace('-', '_').toUpperCase(Locale.ROOT);
        say(reason.isEmpty() ? "same class" : "differs by " + reason);
    }

    private void meetWaysDown(List<PlainWaysDown.Way> ways) {
        ways.forEach(way -> say(way.measures().size() == 1 ? "way down" : "way of several measures"));
    }

    private void meetOutlook(PlainDay day) {
        PlainOutlook outlook = new PlainOutlook(day);
        Map<String, Integer> ranks = new TreeMap<>();
        day.schemes()
                .forEach(scheme ->
                        ranks.put(scheme.domain(), day.standing(scheme).fusedRank()));
        for (PlainOutlook.Step step : outlook.steps(20)) {
            int rank = step.standing().fusedRank();
            int before = Objects.requireNonNull(ranks.put(step.scheme().domain(), rank));
            say(rank > before ? "worse ahead" : "better ahead");
            sayIf(step.because().size() > 1, "several causes");
        }
        boolean isSame = PlainSays.scores(outlook.monthEnd()).equals(PlainSays.scores(day));
        sayIf(!isSame, "other class at the month end");
    }

    private static String[] names(Enum<?>[] values, String before) {
        return Arrays.stream(values).map(value -> before + value).toArray(String[]::new);
    }

    @Test
    void seedMakesTheSameCaseAgain() {
        assertThat(CaseText.of(RandomCase.history(42))).isEqualTo(CaseText.of(RandomCase.history(42)));
        assertThat(CaseText.of(RandomCase.facts(42))).isEqualTo(CaseText.of(RandomCase.facts(42)));
        assertThat(CaseText.of(RandomCase.settling(42))).isEqualTo(CaseText.of(RandomCase.settling(42)));
    }

    private void meet(Case made) {
        PlainHistory history = new PlainHistory(made.timeline());
        Set<String> records = new HashSet<>();
        Set<String> retracted = new HashSet<>();
        long clock = Long.MIN_VALUE;
        PlainPlatform platform = new PlainPlatform();
        made.log().forEach(message -> live(history, message, platform));
        for (Event event : made.events()) {
            String record = event.type() + event.recordKey();
            boolean isKnown = !records.add(record);
            sayIf(isKnown, "version of a known record");
            sayIf(event.op() == Op.ASSERT && retracted.contains(record), "assertion after a retraction");
            sayIf(event.recordedAtMs() < clock, "late event");
            sayIf(event.occurredAtMs() > event.recordedAtMs(), "event of the future");
            if (event.op() == Op.RETRACT) {
                retracted.add(record);
            }
            clock = Math.max(clock, event.recordedAtMs());
        }
        history.advanceTo(made.untilMs());
        meetReadings(history.rules().day());
        history.rules()
                .day()
                .schemes()
                .forEach(scheme -> meetScheme(history.rules().day(), scheme));
        history.changes().forEach(change -> meet(made, change));
        say("baseline " + made.last().baseline());
        history.months().forEach(month -> {
            say("month end");
            month.compared().forEach(this::meet);
        });
        sayIf(history.rules().day().isDeregistered(), "deregistered");
        say(made.timeline().entries().size() + " catalogues");
    }

    private void live(PlainHistory history, Message message, PlainPlatform platform) {
        int before = history.changes().size();
        long clock = history.nowMs();
        history.onMessage(message);
        if (message instanceof Message.OfClasses classes) {
            sayIf(clock == Long.MIN_VALUE, "official before anything else");
            sayIf(message.recordedAtMs() < clock, "late official");
            sayIf(!platform.learn(classes.official()), "official without news");
            sayIf(history.changes().size() > before, "official that moves an alert");
        }
    }

    private void meetReadings(PlainDay day) {
        List<ReadingSpec> specs = day.catalogue().readings();
        for (int position = 0; position < specs.size(); position++) {
            ReadingSpec spec = specs.get(position);
            PlainReading reading = day.reading(position);
            boolean isAbove = reading.isPresent() && reading.compareTo(BigDecimal.ZERO) > 0;
            say(spec.aggregate());
            sayIf(isAbove, "above zero " + spec.aggregate());
            sayIf(isAbove && spec.taking().untilEnded(), "until ended");
            sayIf(isAbove && spec.taking().lives() != null, "lives by severity");
            sayIf(reading.counted().size() == spec.taking().newest() && isAbove, "only the newest");
            sayIf(isAbove && spec.detail() instanceof Detail.Due, "due in working days");
            if (isAbove && spec.taking().per() != null) {
                say("per " + spec.taking().per().take());
            }
            meetPattern(specs, spec);
        }
    }

    private void meetScheme(PlainDay day, Scheme scheme) {
        PlainStanding standing = day.standing(scheme);
        PlainResult result = day.result(scheme);
        result.held().forEach(rule -> say("held " + rule.effect().getClass().getSimpleName()));
        sayIf(result.ownScore() < result.gross(), "mitigated");
        sayIf(standing.rank() < standing.rankByScore(), "better by rule");
        sayIf(standing.rank() > standing.rankByScore(), "worse by rule");
        if (!standing.byMode().isEmpty()) {
            int general = day.catalogue().schemeOf(Scheme.GENERAL);
            boolean doesApply =
                    general >= 0 && day.standsIn(day.catalogue().schemes().get(general));
            say("fused by " + scheme.fusion().mode());
            sayIf(general >= 0 && !doesApply, "general scheme that does not apply");
            sayIf(new HashSet<>(standing.byMode().values()).size() > 1, "modes that disagree");
        }
    }

    private void meetPattern(List<ReadingSpec> specs, ReadingSpec spec) {
        if (spec.detail() instanceof Detail.Pattern pattern) {
            boolean isOfPattern = pattern.when().readings().stream()
                    .anyMatch(part -> specs.get(part).aggregate() == Aggregate.PATTERN);
            sayIf(isOfPattern, "pattern of a pattern");
        }
    }

    private void meet(Case made, PlainChange change) {
        String ruleId = change.after().key().ruleId();
        AlertRule rule = made.timeline().entries().stream()
                .flatMap(entry -> entry.catalogue().rules().stream())
                .filter(one -> one.terms().id().equals(ruleId))
                .findFirst()
                .orElseThrow();
        say(rule.getClass().getSimpleName() + " " + change.transition());
        say(change.transition() + " by " + change.cause());
        sayIf(change.reason() != null, "cleared for " + change.reason());
        sayIf(change.after().revision() > 3, "alert of many transitions");
        sayIf(change.after().evidence().size() > PlainAlerts.EVIDENCE_LIMIT, "more evidence than is named");
    }

    private void say(Object happening) {
        met.merge(happening.toString(), 1, Integer::sum);
    }

    private void sayIf(boolean isSo, String happening) {
        if (isSo) {
            say(happening);
        }
    }
}
