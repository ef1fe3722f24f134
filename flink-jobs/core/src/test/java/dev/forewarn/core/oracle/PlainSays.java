package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.catalogue.Mitigation;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.fusion.FusionMode;
import dev.forewarn.core.indicator.Indicator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the oracle expects, as lines that can be compared with those of {@link CoreSays}. */
final class PlainSays {

    private PlainSays() {}

    // --- history

    static List<String> alerts(PlainHistory history, PlainCalendar calendar) {
        return history.changes().stream().map(change -> alert(change, calendar)).toList();
    }

    private static String alert(PlainChange change, PlainCalendar calendar) {
        PlainAlert after = change.after();
        LocalDate opened = calendar.dayOf(after.openedAtMs());
        long leadDays = ChronoUnit.DAYS.between(
                opened, YearMonth.from(opened).plusMonths(1).atDay(1));
        return CoreSays.line(
                Instant.ofEpochMilli(change.atMs()),
                after.key().ruleId() + "/" + after.key().subject(),
                change.transition(),
                after.level(),
                change.cause(),
                change.reason(),
                "id " + identity(after),
                "revision " + after.revision(),
                "opened " + Instant.ofEpochMilli(after.openedAtMs()),
                "reference " + after.reference(),
                "classified " + after.isClassified(),
                "evidence " + first(after.evidence(), PlainAlerts.EVIDENCE_LIMIT) + " of "
                        + after.evidence().size(),
                "lead " + leadDays);
    }

    private static List<String> first(List<String> names, int most) {
        return names.subList(0, Math.min(most, names.size()));
    }

    /** Half of the SHA-256 of entity, rule, subject and instant of opening. */
    private static String identity(PlainAlert alert) {
        String text = String.join(
                "\u0000", Words.ENTITY, alert.key().ruleId(), alert.key().subject(), Long.toString(alert.openedAtMs()));
        return PlainFact.halfOfSha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> months(PlainHistory history) {
        return history.months().stream().map(PlainSays::month).toList();
    }

    private static String month(PlainMonth month) {
        Stream<String> standings = month.standings().stream()
                .map(line ->
                        standing(line.scheme(), line.standing(), line.before().isEmpty() ? null : line.before()));
        Stream<String> compared = month.compared().stream()
                .map(one -> CoreSays.compared(one.domain(), one.official(), one.difference(), one.reason()));
        return CoreSays.line(
                month.month(),
                Instant.ofEpochMilli(month.atMs()),
                standings.toList(),
                month.baseline(),
                compared.toList());
    }

    private static String standing(Scheme scheme, PlainStanding standing, @Nullable String baseline) {
        Map<FusionMode, String> byMode = new TreeMap<>();
        standing.byMode()
                .forEach((mode, rank) -> byMode.put(mode, scheme.bands().label(rank)));
        return CoreSays.line(
                scheme.domain(),
                standing.score() + "/" + scheme.scale(),
                scheme.bands().label(standing.rankByScore()),
                scheme.bands().label(standing.rank()),
                scheme.bands().label(standing.fusedRank()),
                byMode,
                "baseline " + baseline);
    }

    // --- one day

    static List<String> holdings(PlainRules rules, Predicate<PlainKey> isSaid) {
        List<String> lines = new ArrayList<>();
        rules.holdings().forEach((key, level) -> {
            if (isSaid.test(key)) {
                lines.add(key.ruleId() + "/" + key.subject() + " " + level);
            }
        });
        return lines;
    }

    /** Whether a rule measures against the class of the last month end. */
    static boolean looksAtMonths(AlertRule rule) {
        return rule instanceof AlertRule.Crossing || rule instanceof AlertRule.Projection;
    }

    /** @param monthlyClasses the baseline of each domain */
    static List<String> assessment(PlainDay day, Map<String, String> monthlyClasses) {
        List<String> lines = new ArrayList<>();
        lines.add(CoreSays.line(
                day.today(),
                day.catalogue().version(),
                "facts " + day.facts().rows().size(),
                "profile " + profile(day)));
        for (Scheme scheme : day.schemes()) {
            lines.add(standing(scheme, day.standing(scheme), monthlyClasses.get(scheme.domain())));
        }
        day.schemes().forEach(scheme -> lines.addAll(contributions(day, scheme)));
        day.schemes().forEach(scheme -> lines.addAll(held(day, scheme)));
        return lines;
    }

    /** Score and fused class of each domain. */
    static List<String> scores(PlainDay day) {
        return day.schemes().stream()
                .map(scheme -> score(scheme, day.standing(scheme)))
                .toList();
    }

    private static String score(Scheme scheme, PlainStanding standing) {
        return CoreSays.line(scheme.domain(), standing.score(), scheme.bands().label(standing.fusedRank()));
    }

    static String step(PlainOutlook.Step step) {
        return CoreSays.line(step.day(), score(step.scheme(), step.standing()), step.because());
    }

    static String wayDown(PlainWaysDown.Way way) {
        return CoreSays.line(
                way.scheme().domain(), way.ids(), way.scheme().bands().label(way.rank()));
    }

    private static @Nullable String profile(PlainDay day) {
        return day.facts()
                .profile()
                .map(profile -> CoreSays.line(
                        profile.attribute("name"),
                        profile.attribute("kind"),
                        profile.attribute("division"),
                        profile.attribute("grid"),
                        profile.event().domains()))
                .orElse(null);
    }

    private static List<String> contributions(PlainDay day, Scheme scheme) {
        List<String> lines = new ArrayList<>();
        List<Integer> parts = day.parts(scheme);
        for (int i = 0; i < parts.size(); i++) {
            Indicator indicator = scheme.indicators().get(i);
            if (day.share(scheme, indicator) > 0) {
                PlainReading reading = day.reading(indicator.reading());
                lines.add(CoreSays.line(
                        scheme.domain() + " " + indicator.id(),
                        "value " + CoreSays.number(reading.value()),
                        "part " + parts.get(i),
                        "evidence " + evidence(day, indicator.reading())));
            }
        }
        lines.addAll(reliefs(day, scheme));
        return lines;
    }

    private static List<String> reliefs(PlainDay day, Scheme scheme) {
        List<String> lines = new ArrayList<>();
        List<Integer> cuts = day.result(scheme).cuts();
        for (int i = 0; i < cuts.size(); i++) {
            Mitigation mitigation = scheme.mitigations().get(i);
            if (cuts.get(i) > 0) {
                lines.add(CoreSays.line(
                        scheme.domain() + " " + mitigation.id(),
                        "value "
                                + CoreSays.number(
                                        day.reading(mitigation.reading()).value()),
                        "part " + -cuts.get(i),
                        "evidence " + evidence(day, mitigation.reading())));
            }
        }
        return lines;
    }

    private static List<String> held(PlainDay day, Scheme scheme) {
        return day.result(scheme).held().stream()
                .map(rule -> "held " + scheme.domain() + " " + rule.id())
                .toList();
    }

    private static String evidence(PlainDay day, int reading) {
        List<PlainFact> facts = PlainRules.newestFirst(day.factsOf(Set.of(reading)));
        List<String> cited = facts.stream()
                .limit(PlainAlerts.EVIDENCE_LIMIT)
                .map(PlainSays::cited)
                .toList();
        return cited + " of " + facts.size();
    }

    private static String cited(PlainFact fact) {
        Event event = fact.event();
        return fact.key() + " " + event.revision() + " " + event.recordedAtMs() + " " + event.occurredAtMs();
    }
}
