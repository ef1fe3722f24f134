package dev.forewarn.cli.plan;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Standing;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.catalogue.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The businesses of a city, each as its newest assessment shows it. */
final class InstalledCity {

    private final Map<String, Assessed> newest = new HashMap<>();

    /** What is kept of an assessment. */
    private record Assessed(Business business, String status, boolean isRegistered, String catalogue, Instant at) {}

    /** Takes the next message of the topic of assessments; without a value the key's assessment is gone. */
    void add(@Nullable String key, byte @Nullable [] message) {
        if (message == null && key != null) {
            newest.remove(key);
        } else if (Wire.decode(message, Assessment.class) instanceof Decoded.Value<Assessment> value) {
            Assessment assessment = value.value();
            newest.put(
                    assessment.getEntityId(),
                    new Assessed(
                            business(assessment),
                            text(assessment.getStatus()),
                            assessment.getRegistered(),
                            assessment.getCatalogueVersion(),
                            assessment.getAt()));
        }
    }

    private static Business business(Assessment assessment) {
        SortedMap<String, String> classes = new TreeMap<>();
        for (Standing standing : assessment.getStandings()) {
            classes.put(standing.getDomain(), standing.getFusedClass());
        }
        return new Business(
                assessment.getEntityId(),
                text(assessment.getEntityName()),
                text(assessment.getEntityKind()),
                text(assessment.getDivision()),
                text(assessment.getGrid()),
                assessment.getHeadlineClass(),
                classes);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * Who can be visited.
     *
     * @param businesses registered, in a scheme, and with a status that is visited; by id
     * @param leftOut how many are not
     * @param catalogues how many of the businesses were assessed with each version of the catalogue
     * @param at the newest assessment of them; null if there is none
     */
    record Frame(
            List<Business> businesses,
            int leftOut,
            SortedMap<String, Integer> catalogues,
            @Nullable Instant at) {}

    /**
     * The businesses that can be visited.
     *
     * @param domain only those with a standing there, and with that alone; null for all
     * @param leaveOut statuses that are not visited
     */
    Frame frame(@Nullable String domain, Set<String> leaveOut) {
        List<Business> businesses = new ArrayList<>();
        SortedMap<String, Integer> catalogues = new TreeMap<>();
        Instant latest = null;
        int leftOut = 0;
        for (Assessed assessed : new TreeMap<>(newest).values()) {
            Business business = domain == null ? assessed.business : only(assessed.business, domain);
            if (Source.isEntity(business.entityId()) || business.classes().isEmpty()) {
                continue;
            }
            if (!assessed.isRegistered || leaveOut.contains(assessed.status)) {
                leftOut++;
                continue;
            }
            businesses.add(business);
            catalogues.merge(assessed.catalogue, 1, Integer::sum);
            latest = latest == null || assessed.at.isAfter(latest) ? assessed.at : latest;
        }
        return new Frame(businesses, leftOut, catalogues, latest);
    }

    private static Business only(Business business, String domain) {
        String label = business.classes().get(domain);
        SortedMap<String, String> classes = new TreeMap<>();
        if (label != null) {
            classes.put(domain, label);
        }
        return new Business(
                business.entityId(),
                business.name(),
                business.kind(),
                business.division(),
                business.grid(),
                label == null ? "" : label,
                classes);
    }
}
