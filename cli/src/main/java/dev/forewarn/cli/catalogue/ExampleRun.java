package dev.forewarn.cli.catalogue;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Contribution;
import dev.forewarn.avro.Standing;
import dev.forewarn.cli.history.Playback;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.EntityStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An example and what the engine makes of it.
 *
 * @param assessment null if the facts leave nothing to assess
 * @param differences one sentence for each expectation that was not met; empty if all were
 */
public record ExampleRun(Example example, @Nullable Assessment assessment, List<String> differences) {

    public ExampleRun {
        differences = List.copyOf(differences);
    }

    public boolean isPassed() {
        return differences.isEmpty();
    }

    /** Runs an example as the job would. */
    static ExampleRun of(Example example, Catalogue catalogue) {
        Playback playback = new Playback(new EntityStep(CatalogueTimeline.of(catalogue)), Example.ENTITY);
        example.facts().forEach(playback::apply);
        long evening = catalogue.days().startOf(example.day() + 1) - 1;
        Optional<Assessment> found = playback.rollTo(evening).assessment(evening);
        if (found.isEmpty()) {
            return new ExampleRun(example, null, List.of("the facts leave nothing to assess on that day"));
        }
        return new ExampleRun(example, found.get(), new Comparison(found.get()).with(example));
    }

    /** Compares one assessment with what is expected. */
    private static final class Comparison {

        private final Assessment found;
        private final List<String> differences = new ArrayList<>();

        private Comparison(Assessment found) {
            this.found = found;
        }

        private List<String> with(Example example) {
            new TreeMap<>(example.domains()).forEach(this::compare);
            differ("headline", example.headline(), found.getHeadlineClass());
            if (example.alerts() != null) {
                compareAlerts(example.alerts());
            }
            return differences;
        }

        private void compare(String domain, Example.Expected expected) {
            Optional<Standing> standing = found.getStandings().stream()
                    .filter(candidate -> candidate.getDomain().equals(domain))
                    .findFirst();
            if (standing.isEmpty()) {
                differences.add(domain + ": the business does not stand in this domain; it stands in "
                        + found.getStandings().stream().map(Standing::getDomain).toList()
                        + " (a fact puts it there with 'domains: [" + domain
                        + "]', if the catalogue has such a scheme)");
                return;
            }
            differ(domain + " score", expected.score(), standing.get().getScore());
            differ(domain + " class", expected.label(), standing.get().getClass$());
            differ(domain + " fused class", expected.fused(), standing.get().getFusedClass());
            if (expected.reasons() != null) {
                compareReasons(domain, expected.reasons());
            }
        }

        private void compareReasons(String domain, Map<String, Integer> expected) {
            Map<String, Integer> parts = new TreeMap<>();
            for (Contribution contribution : found.getContributions()) {
                if (contribution.getDomain().equals(domain) && contribution.getContribution() != 0) {
                    parts.put(contribution.getIndicator(), contribution.getContribution());
                }
            }
            for (Map.Entry<String, Integer> reason : new TreeMap<>(expected).entrySet()) {
                differ(domain + " " + reason.getKey(), reason.getValue(), parts.getOrDefault(reason.getKey(), 0));
            }
            parts.forEach((indicator, part) -> {
                if (!expected.containsKey(indicator)) {
                    differences.add(domain + " " + indicator + ": expected nothing; got " + part);
                }
            });
        }

        private void compareAlerts(List<Example.OpenAlert> expected) {
            List<Example.OpenAlert> missing = new ArrayList<>(expected);
            List<Example.OpenAlert> open = new ArrayList<>(found.getOpenAlerts().stream()
                    .map(alert -> new Example.OpenAlert(
                            alert.getRule(),
                            Objects.requireNonNullElse(alert.getSubject(), ""),
                            alert.getLevel().name().toLowerCase(Locale.ROOT)))
                    .toList());
            List<Example.OpenAlert> all = List.copyOf(open);
            missing.removeIf(open::remove);
            missing.forEach(alert -> differences.add(
                    "alert " + alert + ": expected to be open; open are " + (all.isEmpty() ? "none" : all)));
            open.forEach(alert -> differences.add("alert " + alert + ": not expected to be open; it is"));
        }

        private void differ(String what, @Nullable Object expected, Object got) {
            if (expected != null && !expected.equals(got)) {
                differences.add(what + ": expected " + expected + "; got " + got);
            }
        }
    }
}
