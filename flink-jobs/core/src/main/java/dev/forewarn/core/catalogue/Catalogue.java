package dev.forewarn.core.catalogue;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.HandlingRules;
import dev.forewarn.core.indicator.Measure;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.core.time.WorkingDays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be tuned, as one version. Names have been resolved: measures, readings and schemes are named by
 * position.
 *
 * @param version hash of the content
 * @param days the calendar days of the bureau's zone
 * @param measures selections of facts, each name once
 * @param readings all that indicators and conditions read, each once
 * @param schemes at most 16, each domain once
 * @param rules alert rules, each id once
 * @param retained names of the attributes and numbers of facts that are kept: those that anything reads, and the keep
 *     list
 * @param correctionHorizonDays H: how long after it was last needed a row stays, so that late versions meet it, in [1,
 *     4000]
 * @param workingDays the calendar in which working days are counted
 * @param baseline whose monthly class a crossing is measured against
 * @param handling how people handle alerts
 * @param sources the systems that send events, each key once
 */
public record Catalogue(
        String version,
        LocalDays days,
        List<Measure> measures,
        List<ReadingSpec> readings,
        List<Scheme> schemes,
        List<AlertRule> rules,
        Set<String> retained,
        int correctionHorizonDays,
        WorkingDays workingDays,
        BaselineSource baseline,
        HandlingRules handling,
        List<Source> sources) {

    /** The correction horizon where a catalogue names none, in days. */
    public static final int DEFAULT_HORIZON_DAYS = 400;

    public Catalogue {
        measures = List.copyOf(measures);
        readings = List.copyOf(readings);
        schemes = List.copyOf(schemes);
        rules = List.copyOf(rules);
        retained = Set.copyOf(retained);
        sources = List.copyOf(sources);
        if (schemes.size() > 16) {
            throw new IllegalArgumentException("a catalogue has at most 16 schemes; got " + schemes.size());
        }
        if (correctionHorizonDays < 1 || correctionHorizonDays > 4000) {
            throw new IllegalArgumentException(
                    "the correction horizon must lie in [1, 4000] days; got " + correctionHorizonDays);
        }
    }

    /** A catalogue that knows no holidays and no deadlines, measures against its own classes and names no sources. */
    public Catalogue(
            String version,
            LocalDays days,
            List<Measure> measures,
            List<ReadingSpec> readings,
            List<Scheme> schemes,
            List<AlertRule> rules,
            Set<String> retained,
            int correctionHorizonDays) {
        this(
                version,
                days,
                measures,
                readings,
                schemes,
                rules,
                retained,
                correctionHorizonDays,
                WorkingDays.WEEKDAYS,
                BaselineSource.OWN,
                HandlingRules.none(days),
                List.of());
    }

    /** The same version with no scheme and with some of its rules: for what is no business. */
    public Catalogue withoutSchemes(List<AlertRule> kept) {
        return new Catalogue(
                version,
                days,
                measures,
                readings,
                List.of(),
                kept,
                retained,
                correctionHorizonDays,
                workingDays,
                baseline,
                handling,
                sources);
    }

    /** A source by the name that its events carry; null if the catalogue does not name it. */
    public @Nullable Source source(String key) {
        for (Source source : sources) {
            if (source.key().equals(key)) {
                return source;
            }
        }
        return null;
    }

    /** The position of a domain's scheme, −1 if it has none. */
    public int schemeOf(String domain) {
        for (int i = 0; i < schemes.size(); i++) {
            if (schemes.get(i).domain().equals(domain)) {
                return i;
            }
        }
        return -1;
    }
}
