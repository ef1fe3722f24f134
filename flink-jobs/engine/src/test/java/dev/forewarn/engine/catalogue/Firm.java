package dev.forewarn.engine.catalogue;

import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.assess.DomainStanding;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One business under a catalogue: what it is told, and what then comes out. Everything is known an hour after it
 * happens.
 */
final class Firm {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final EntityStep step;
    private final List<String> alerts = new ArrayList<>();
    private byte @Nullable [] dossier;
    private long clockMs;
    private int keys;

    Firm(Catalogue catalogue) {
        this.step = new EntityStep(CatalogueTimeline.of(catalogue));
    }

    /** What an event says, with room for what matters to a test. */
    static final class Report {
        final List<String> domains = new ArrayList<>();
        final Map<String, String> attributes = new TreeMap<>();
        final Map<String, Long> numbers = new TreeMap<>();

        @Nullable
        String subject;

        @Nullable
        String severity;

        @Nullable
        LocalDate due;

        Report domain(String domain) {
            domains.add(domain);
            return this;
        }

        Report attribute(String name, String value) {
            attributes.put(name, value);
            return this;
        }

        Report number(String name, int value) {
            numbers.put(name, value * 10_000L);
            return this;
        }

        Report subject(String value) {
            subject = value;
            return this;
        }

        Report severity(String value) {
            severity = value;
            return this;
        }

        Report due(LocalDate day) {
            due = day;
            return this;
        }
    }

    /** Noon of a day. */
    private static long at(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant().toEpochMilli();
    }

    Firm tell(LocalDate day, String type, Report report) {
        keys++;
        clockMs = Math.max(clockMs, at(day) + Duration.ofHours(1).toMillis());
        Turn turn = step.onEvent(
                "firm",
                dossier,
                new Event(
                        "firm",
                        clockMs,
                        type,
                        "key-" + keys,
                        0,
                        Op.ASSERT,
                        null,
                        report.domains,
                        at(day),
                        report.due == null ? null : at(report.due),
                        null,
                        "source",
                        null,
                        null,
                        report.severity,
                        null,
                        report.subject,
                        new TreeMap<>(report.attributes),
                        new TreeMap<>(report.numbers)));
        return take(turn);
    }

    /** Nothing happens until noon of a day. */
    Firm until(LocalDate day) {
        clockMs = at(day);
        return take(step.onWake("firm", Objects.requireNonNull(dossier), clockMs));
    }

    private Firm take(Turn turn) {
        dossier = turn.dossier();
        for (Output output : turn.outputs()) {
            if (output instanceof Output.Alerted alerted) {
                alerts.add(alerted.change().terms().id() + " "
                        + alerted.change().after().level() + " "
                        + alerted.change().transition() + " "
                        + alerted.domains());
            }
        }
        return this;
    }

    /** The alerts since this was last asked: rule, level, transition and teams. */
    List<String> alerts() {
        List<String> told = List.copyOf(alerts);
        alerts.clear();
        return told;
    }

    /** The parts of the score of a domain, by indicator. */
    Map<String, Integer> parts(String domain) {
        Map<String, Integer> parts = new TreeMap<>();
        assessment().contributions().stream()
                .filter(contribution -> contribution.domain().equals(domain))
                .forEach(contribution -> parts.put(contribution.id(), contribution.part()));
        return parts;
    }

    /** Score and class by score in a domain, such as {@code 116 A}. */
    String standing(String domain) {
        DomainStanding found = assessment().standings().stream()
                .filter(standing -> standing.domain().equals(domain))
                .findFirst()
                .orElseThrow();
        return found.score() + " " + found.label();
    }

    /** The classes that time alone will bring in a domain, such as {@code 2026-07-01 B [G2.2.1]}. */
    List<String> forecast(String domain) {
        return assessment().forecast().stream()
                .filter(step -> step.domain().equals(domain))
                .map(step -> LocalDate.ofEpochDay(step.day()) + " " + step.label() + " " + step.because())
                .toList();
    }

    /** What would bring a better class in a domain, such as {@code [DJ7, G3.4.1] A}. */
    List<String> waysDown(String domain) {
        return assessment().waysDown().stream()
                .filter(way -> way.domain().equals(domain))
                .map(way -> way.ids() + " " + way.label())
                .toList();
    }

    private Assessment assessment() {
        return step.assess("firm", Objects.requireNonNull(dossier), clockMs);
    }
}
