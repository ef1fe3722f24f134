package dev.forewarn.core.assess;

import dev.forewarn.core.alert.Evidence;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.FactBook;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.Reading;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.score.Combination;
import dev.forewarn.core.score.Contributions;
import dev.forewarn.core.time.Horizon;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes out an assessed day: standings in words and what made each score. Done only when something is said. */
final class Explainer {

    private final DayAssessment day;
    private final Baselines baselines;

    Explainer(DayAssessment day, Baselines baselines) {
        this.day = day;
        this.baselines = baselines;
    }

    Assessment explain(String entityId, long atMs, FactBook book, int nextChange, boolean isSaturated) {
        return new Assessment(
                entityId,
                atMs,
                day.today(),
                book.profile(),
                headline(),
                standings(),
                contributions(),
                nextChange,
                book.size(),
                isSaturated,
                day.plan().catalogue().version());
    }

    /** The worst fused class, empty if the entity stands in no domain. */
    String headline() {
        int worst = -1;
        @Nullable String label = null;
        List<Scheme> schemes = day.plan().catalogue().schemes();
        for (int s = 0; s < schemes.size(); s++) {
            if (day.standsIn(s) && day.fusedRank(s) > worst) {
                worst = day.fusedRank(s);
                label = schemes.get(s).bands().label(worst);
            }
        }
        return label == null ? "" : label;
    }

    List<DomainStanding> standings() {
        List<DomainStanding> standings = new ArrayList<>();
        List<Scheme> schemes = day.plan().catalogue().schemes();
        for (int s = 0; s < schemes.size(); s++) {
            if (day.standsIn(s)) {
                Scheme scheme = schemes.get(s);
                standings.add(new DomainStanding(
                        scheme.domain(),
                        day.score(s),
                        scheme.scale(),
                        scheme.bands().label(day.rank(s)),
                        scheme.bands().label(day.fusedRank(s)),
                        baselines.of(scheme.domain()),
                        scheme.fusion().wireName()));
            }
        }
        return standings;
    }

    List<Contribution> contributions() {
        List<Contribution> contributions = new ArrayList<>();
        List<Scheme> schemes = day.plan().catalogue().schemes();
        for (int s = 0; s < schemes.size(); s++) {
            if (day.standsIn(s)) {
                int[] parts = Contributions.split(day.score(s), day.shares(s));
                for (int i = 0; i < parts.length; i++) {
                    if (day.shares(s)[i] > 0) {
                        contributions.add(contribution(schemes.get(s), i, parts[i]));
                    }
                }
            }
        }
        return contributions;
    }

    private Contribution contribution(Scheme scheme, int position, int part) {
        Indicator indicator = scheme.indicators().get(position);
        ReadingSpec spec = day.plan().catalogue().readings().get(indicator.reading());
        Reading reading = day.exactReading(indicator.reading());
        Horizon drops = new Horizon();
        long points = indicator.points().share(reading, spec, Combination.ADDITIVE, day.today(), drops);
        return new Contribution(
                scheme.domain(),
                indicator,
                reading.value(),
                (int) points,
                part,
                drops.day(),
                Evidence.of(ReadingEvidence.of(day, indicator.reading())));
    }
}
