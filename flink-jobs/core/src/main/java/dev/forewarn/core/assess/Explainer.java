package dev.forewarn.core.assess;

import dev.forewarn.core.catalogue.Mitigation;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.FactBook;
import dev.forewarn.core.fusion.FusionMode;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.Reading;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.score.ClassBands;
import dev.forewarn.core.score.Combination;
import dev.forewarn.core.score.Contributions;
import dev.forewarn.core.time.Horizon;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes out an assessed day: standings in words and what made each score. Done only when something is said. */
final class Explainer {

    private final DayAssessment day;
    private final Baselines baselines;

    Explainer(DayAssessment day, Baselines baselines) {
        this.day = day;
        this.baselines = baselines;
    }

    /** @param other scratch for looking ahead and at what might be */
    Assessment explain(
            String entityId, long atMs, FactBook book, DayAssessment other, int nextChange, boolean isSaturated) {
        List<Contribution> contributions = contributions();
        Outlook outlook = new Outlook(day, other);
        outlook.look(book);
        return new Assessment(
                entityId,
                atMs,
                day.today(),
                book.profile(),
                headline(),
                standings(),
                contributions,
                direct(),
                changes(contributions),
                outlook.monthEnd(),
                outlook.steps(),
                new WaysDown(book, day, other).find(),
                nextChange,
                book.size(),
                isSaturated,
                day.plan().catalogue().version(),
                day.plan().vocabulary());
    }

    /** The worst fused class, empty if the entity stands in no domain. */
    String headline() {
        int worst = headlineScheme();
        return worst < 0
                ? ""
                : day.plan().catalogue().schemes().get(worst).bands().label(day.fusedRank(worst));
    }

    /** The rank of the worst fused class, the best being 0; -1 if the entity stands in no domain. */
    int headlineRank() {
        int worst = headlineScheme();
        return worst < 0 ? -1 : day.fusedRank(worst);
    }

    private int headlineScheme() {
        int worst = -1;
        for (int s = 0; s < day.plan().catalogue().schemes().size(); s++) {
            if (day.standsIn(s) && (worst < 0 || day.fusedRank(s) > day.fusedRank(worst))) {
                worst = s;
            }
        }
        return worst;
    }

    List<DomainStanding> standings() {
        List<DomainStanding> standings = new ArrayList<>();
        for (int s = 0; s < day.plan().catalogue().schemes().size(); s++) {
            if (day.standsIn(s)) {
                standings.add(standing(s));
            }
        }
        return standings;
    }

    private DomainStanding standing(int position) {
        Scheme scheme = day.plan().catalogue().schemes().get(position);
        Map<FusionMode, String> byMode = new EnumMap<>(FusionMode.class);
        for (FusionMode mode : FusionMode.values()) {
            int rank = day.fused().by(position, mode);
            if (rank >= 0 && position != day.plan().general()) {
                byMode.put(mode, scheme.bands().label(rank));
            }
        }
        return new DomainStanding(
                scheme.domain(),
                day.score(position),
                scheme.scale(),
                scheme.bands().label(day.scheme(position).rankByScore()),
                scheme.bands().label(day.scheme(position).rank(0)),
                scheme.bands().label(day.fusedRank(position)),
                baselines.of(scheme.domain(), day.plan().catalogue().baseline()),
                scheme.fusion().mode(),
                byMode);
    }

    /** What the domains would be measured against from now on: their classes, and what made them. */
    Baselines toBaselines() {
        List<Contribution> contributions = contributions();
        return baselines.with(standings().stream()
                .map(standing -> new Baselines.Baseline(
                        standing,
                        contributions.stream()
                                .filter(one -> one.domain().equals(standing.domain()) && one.part() != 0)
                                .map(one -> new Baselines.Part(one.id(), one.part()))
                                .toList()))
                .toList());
    }

    private List<HeldRule> direct() {
        List<HeldRule> held = new ArrayList<>();
        for (int s = 0; s < day.plan().catalogue().schemes().size(); s++) {
            String domain = day.plan().catalogue().schemes().get(s).domain();
            if (day.standsIn(s)) {
                ClassBands bands = day.scheme(s).scheme().bands();
                day.scheme(s).heldRules().forEach(rule -> held.add(HeldRule.of(domain, rule, bands)));
            }
        }
        return held;
    }

    private List<Change> changes(List<Contribution> contributions) {
        List<Change> changes = new ArrayList<>();
        for (Baselines.Baseline baseline : baselines.classes()) {
            Map<String, Integer> before = new LinkedHashMap<>();
            baseline.parts().forEach(part -> before.put(part.id(), part.points()));
            contributions.stream()
                    .filter(one -> one.domain().equals(baseline.standing().domain()))
                    .forEach(one ->
                            add(changes, baseline.standing().domain(), one.id(), before.remove(one.id()), one.part()));
            before.forEach((id, points) -> add(changes, baseline.standing().domain(), id, points, 0));
        }
        return changes;
    }

    private static void add(List<Change> changes, String domain, String id, @Nullable Integer before, int now) {
        int then = before == null ? 0 : before;
        if (then != now) {
            changes.add(new Change(domain, id, then, now));
        }
    }

    List<Contribution> contributions() {
        List<Contribution> contributions = new ArrayList<>();
        List<Scheme> schemes = day.plan().catalogue().schemes();
        for (int s = 0; s < schemes.size(); s++) {
            if (day.standsIn(s)) {
                SchemeDay of = day.scheme(s);
                int[] parts = Contributions.split(of.gross(), of.shares());
                for (int i = 0; i < parts.length; i++) {
                    if (of.shares()[i] > 0) {
                        contributions.add(contribution(schemes.get(s), i, parts[i]));
                    }
                }
                for (int m = 0; m < schemes.get(s).mitigations().size(); m++) {
                    if (of.cut(m) > 0) {
                        contributions.add(relief(
                                schemes.get(s), schemes.get(s).mitigations().get(m), of.cut(m)));
                    }
                }
            }
        }
        return contributions;
    }

    private Contribution contribution(Scheme scheme, int position, int part) {
        Indicator indicator = scheme.indicators().get(position);
        ReadingSpec spec = day.plan().catalogue().readings().get(indicator.reading());
        Reading reading = day.readings().exactReading(indicator.reading());
        Horizon drops = new Horizon();
        long points = indicator.points().share(reading, spec, Combination.ADDITIVE, day.today(), drops);
        return new Contribution(
                scheme.domain(),
                indicator.id(),
                indicator.name(),
                indicator.group(),
                reading.value(),
                (int) points,
                part,
                drops.day(),
                ReadingEvidence.of(day, indicator.reading()));
    }

    private Contribution relief(Scheme scheme, Mitigation mitigation, int cut) {
        Reading reading = day.readings().exactReading(mitigation.reading());
        Horizon drops = new Horizon();
        reading.watch(0, day.today(), drops);
        return new Contribution(
                scheme.domain(),
                mitigation.id(),
                mitigation.name(),
                mitigation.group(),
                reading.value(),
                -cut,
                -cut,
                drops.day(),
                ReadingEvidence.of(day, mitigation.reading()));
    }
}
