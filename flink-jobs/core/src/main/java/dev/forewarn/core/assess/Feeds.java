package dev.forewarn.core.assess;

import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.catalogue.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which sources bring facts that the schemes of a plan read. */
public final class Feeds {

    private final List<Source> sources;
    private final Map<String, Set<String>> typesByDomain = new HashMap<>();

    public Feeds(Plan plan) {
        this.sources = plan.catalogue().sources();
        for (Scheme scheme : plan.catalogue().schemes()) {
            Set<String> types = new HashSet<>();
            plan.readingTypes().of(readings(scheme)).stream()
                    .forEach(type -> types.add(plan.types().get(type)));
            typesByDomain.put(scheme.domain(), types);
        }
    }

    private static List<Integer> readings(Scheme scheme) {
        List<Integer> readings = new ArrayList<>();
        scheme.indicators().forEach(indicator -> readings.add(indicator.reading()));
        scheme.mitigations().forEach(mitigation -> readings.add(mitigation.reading()));
        scheme.direct().forEach(rule -> readings.addAll(rule.when().readings()));
        return readings;
    }

    /** The sources that one of the domains in which an entity stands rests on, in the catalogue's order. */
    public List<Source> behind(Assessment assessment) {
        return sources.stream().filter(source -> isBehind(source, assessment)).toList();
    }

    private boolean isBehind(Source source, Assessment assessment) {
        return assessment.standings().stream()
                .map(standing -> typesByDomain.getOrDefault(standing.domain(), Set.of()))
                .anyMatch(types ->
                        source.feeds().isEmpty() || source.feeds().stream().anyMatch(types::contains));
    }
}
