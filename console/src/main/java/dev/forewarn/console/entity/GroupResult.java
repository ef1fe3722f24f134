package dev.forewarn.console.entity;

import dev.forewarn.console.catalogue.Headings;
import dev.forewarn.console.catalogue.Headings.Heading;
import dev.forewarn.console.message.AssessmentMessage;
import dev.forewarn.console.message.Contribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the indicators under one heading of the first level add to the score of a domain.
 *
 * @param heading with an empty id for indicators that the catalogue puts under none
 * @param sum of their contributions
 */
public record GroupResult(String domain, Heading heading, int sum, List<Contribution> parts) {

    private static final Heading NONE = new Heading("", "", "", "");

    public GroupResult {
        parts = List.copyOf(parts);
    }

    /** In the order of the domains, within one the largest first. */
    static List<GroupResult> of(AssessmentMessage assessment, Map<String, Heading> groups) {
        Map<String, Map<Heading, List<Contribution>>> sorted = new LinkedHashMap<>();
        assessment.standings().forEach(standing -> sorted.put(standing.domain(), new LinkedHashMap<>()));
        for (Contribution part : assessment.contributions()) {
            Heading heading = part.group().isEmpty() ? NONE : Headings.firstLevel(groups, part.group());
            sorted.computeIfAbsent(part.domain(), domain -> new LinkedHashMap<>())
                    .computeIfAbsent(heading, one -> new ArrayList<>())
                    .add(part);
        }
        List<GroupResult> results = new ArrayList<>();
        sorted.forEach((domain, headings) -> headings.entrySet().stream()
                .map(one -> new GroupResult(
                        domain,
                        one.getKey(),
                        one.getValue().stream()
                                .mapToInt(Contribution::contribution)
                                .sum(),
                        one.getValue()))
                .sorted(Comparator.comparingInt(GroupResult::sum).reversed())
                .forEach(results::add));
        return results;
    }
}
