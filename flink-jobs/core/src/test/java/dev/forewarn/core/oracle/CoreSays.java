package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.AlertState;
import dev.forewarn.core.alert.Cited;
import dev.forewarn.core.alert.Evidence;
import dev.forewarn.core.alert.Holding;
import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.assess.Contribution;
import dev.forewarn.core.assess.DomainStanding;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.Profile;
import dev.forewarn.core.time.Exact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the core says, as lines that can be compared with those of {@link PlainSays}. */
final class CoreSays {

    private CoreSays() {}

    static String line(@Nullable Object... parts) {
        return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(" | "));
    }

    static @Nullable String number(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    // --- history

    /** @param log names the records that evidence knows by digest only */
    static List<String> alerts(List<Output> outputs, List<Event> log) {
        Map<Long, String> names = new TreeMap<>();
        for (Event event : log) {
            String key = PlainFact.kept(event.recordKey());
            names.put(Cited.keyOf(event.type(), key), event.type() + " " + key);
        }
        return outputs.stream()
                .filter(Output.Alerted.class::isInstance)
                .map(output -> alert((Output.Alerted) output, names))
                .toList();
    }

    private static String alert(Output.Alerted alerted, Map<Long, String> names) {
        AlertState after = alerted.change().after();
        List<String> evidence = after.evidenceKeys().stream()
                .map(names::get)
                .map(String::valueOf)
                .toList();
        return line(
                Instant.ofEpochMilli(alerted.change().atMs()),
                after.ruleId() + "/" + after.subject(),
                alerted.change().transition(),
                after.level(),
                alerted.change().cause(),
                alerted.change().reason(),
                "id " + alerted.alertId(),
                "revision " + after.revision(),
                "opened " + Instant.ofEpochMilli(after.openedAtMs()),
                "reference " + after.reference(),
                "classified " + after.isClassified(),
                "evidence " + evidence + " of " + after.evidenceCount(),
                "lead " + alerted.leadDays());
    }

    static List<String> months(List<Output> outputs) {
        return outputs.stream()
                .filter(Output.MonthClosed.class::isInstance)
                .map(output -> month((Output.MonthClosed) output))
                .toList();
    }

    private static String month(Output.MonthClosed closed) {
        List<String> standings = closed.standings().stream()
                .map(one -> standing(one, one.baseline()))
                .toList();
        List<String> compared = closed.reconciliation().stream()
                .map(one -> compared(
                        one.domain(),
                        one.official(),
                        one.difference(),
                        one.reason() == null ? "" : one.reason().wireName()))
                .toList();
        return line(closed.month(), Instant.ofEpochMilli(closed.atMs()), standings, closed.baseline(), compared);
    }

    static String compared(String domain, String official, @Nullable Integer difference, String reason) {
        return line(domain, "official " + official, "difference " + difference, reason);
    }

    private static String standing(DomainStanding standing, @Nullable String baseline) {
        return line(
                standing.domain(),
                standing.score() + "/" + standing.scale(),
                standing.scoreLabel(),
                standing.label(),
                standing.fusedLabel(),
                new TreeMap<>(standing.fusedByMode()),
                "baseline " + baseline);
    }

    // --- one day

    static List<String> holdings(List<Holding> holdings, Predicate<PlainKey> isSaid) {
        return holdings.stream()
                .filter(holding -> isSaid.test(new PlainKey(holding.ruleId(), holding.subject())))
                .map(CoreSays::holding)
                .toList();
    }

    private static String holding(Holding holding) {
        return holding.ruleId() + "/" + holding.subject() + " " + holding.level();
    }

    /** @param hasBaseline of which domains it is said what they are measured against */
    static List<String> assessment(Assessment assessment, Predicate<String> hasBaseline) {
        List<String> lines = new ArrayList<>();
        lines.add(line(
                LocalDate.ofEpochDay(assessment.day()),
                assessment.catalogueVersion(),
                "facts " + assessment.facts(),
                "profile " + profile(assessment.profile())));
        for (DomainStanding standing : assessment.standings()) {
            lines.add(standing(standing, hasBaseline.test(standing.domain()) ? standing.baseline() : null));
        }
        assessment.contributions().forEach(contribution -> lines.add(contribution(contribution)));
        assessment
                .direct()
                .forEach(held ->
                        lines.add("held " + held.domain() + " " + held.rule().id()));
        return lines;
    }

    // --- yesterday and tomorrow

    static List<String> changes(Assessment assessment) {
        return assessment.changes().stream()
                .map(change ->
                        line(change.domain() + " " + change.id(), "before " + change.before(), "now " + change.now()))
                .sorted()
                .toList();
    }

    static List<String> monthEnd(Assessment assessment) {
        return assessment.monthEnd().stream()
                .map(one -> line(one.domain(), one.score(), one.label()))
                .toList();
    }

    static List<String> forecast(Assessment assessment) {
        return forecastUntil(assessment, LocalDate.MAX);
    }

    static List<String> forecastUntil(Assessment assessment, LocalDate last) {
        return assessment.forecast().stream()
                .filter(step -> step.day() <= last.toEpochDay())
                .map(step -> line(
                        LocalDate.ofEpochDay(step.day()), step.domain(), step.score(), step.label(), step.because()))
                .toList();
    }

    static List<String> waysDown(Assessment assessment) {
        return assessment.waysDown().stream()
                .map(way -> line(way.domain(), way.ids(), way.label()))
                .toList();
    }

    private static @Nullable String profile(@Nullable Profile profile) {
        return profile == null
                ? null
                : line(profile.name(), profile.kind(), profile.division(), profile.grid(), profile.domains());
    }

    private static String contribution(Contribution contribution) {
        @Nullable
        BigDecimal value = contribution.value() == Exact.ABSENT ? null : BigDecimal.valueOf(contribution.value(), 4);
        return line(
                contribution.domain() + " " + contribution.id(),
                "value " + number(value),
                "part " + contribution.part(),
                "evidence " + evidence(contribution.evidence()));
    }

    private static String evidence(Evidence evidence) {
        return evidence.cited().stream().map(CoreSays::cited).toList() + " of " + evidence.count();
    }

    private static String cited(Cited cited) {
        Fact fact = cited.fact();
        return cited.type() + " " + fact.recordKey() + " " + fact.revision() + " " + fact.recordedAtMs() + " "
                + fact.occurredAtMs();
    }
}
