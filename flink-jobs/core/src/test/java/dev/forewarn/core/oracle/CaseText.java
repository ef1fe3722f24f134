package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.ReadingSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes a case so that a person can follow it. */
final class CaseText {

    private CaseText() {}

    static String of(Case made) {
        StringBuilder text = new StringBuilder("seed " + made.seed() + ", zone " + zone(made) + "\n");
        for (CatalogueTimeline.Entry entry : made.timeline().entries()) {
            text.append(of(entry, zone(made)));
        }
        text.append("log:\n");
        made.log().forEach(message -> text.append("  ").append(of(message)).append('\n'));
        text.append("rolled to ").append(at(made.untilMs(), zone(made))).append('\n');
        for (Event event : made.events()) {
            text.append("  in the zone: ").append(event.recordKey()).append(" recorded ");
            text.append(at(event.recordedAtMs(), zone(made))).append(", occurred ");
            text.append(at(event.occurredAtMs(), zone(made))).append('\n');
        }
        return text.toString();
    }

    private static ZoneId zone(Case made) {
        return made.last().days().zone();
    }

    private static String of(CatalogueTimeline.Entry entry, ZoneId zone) {
        Catalogue catalogue = entry.catalogue();
        StringBuilder text = new StringBuilder("catalogue " + catalogue.version());
        text.append(entry.effectiveAtMs() == Long.MIN_VALUE ? ":" : " from " + at(entry.effectiveAtMs(), zone) + ":");
        text.append(" H ").append(catalogue.correctionHorizonDays()).append(" days, ");
        text.append("baseline ").append(catalogue.baseline()).append('\n');
        Set<Integer> readings = readings(catalogue);
        Set<Integer> measures = new TreeSet<>();
        readings.forEach(
                reading -> measures.addAll(measures(catalogue.readings().get(reading))));
        numbered(text, "measure", catalogue.measures(), measures);
        numbered(text, "reading", catalogue.readings(), readings);
        for (Scheme scheme : catalogue.schemes()) {
            text.append("  scheme ").append(scheme.domain()).append(' ').append(scheme.combination());
            text.append(" to ")
                    .append(scheme.scale())
                    .append(' ')
                    .append(scheme.bands())
                    .append('\n');
            text.append("    applies ").append(scheme.applies()).append('\n');
            text.append("    fusion ").append(scheme.fusion()).append('\n');
            scheme.mitigations().forEach(one -> text.append("    ").append(one).append('\n'));
            scheme.direct().forEach(one -> text.append("    ").append(one).append('\n'));
            scheme.indicators()
                    .forEach(one -> text.append("    ")
                            .append(one.id())
                            .append(" reading " + one.reading())
                            .append(one.isStatic() ? " static " : " ")
                            .append(one.points())
                            .append(" applies ")
                            .append(one.applies())
                            .append('\n'));
        }
        for (AlertRule rule : catalogue.rules()) {
            text.append("  rule ").append(rule).append('\n');
        }
        return text.toString();
    }

    private static Set<Integer> measures(ReadingSpec reading) {
        Set<Integer> measures = new TreeSet<>(Set.of(reading.measure()));
        if (reading.detail() instanceof Detail.Share share) {
            measures.add(share.part());
        }
        measures.remove(ReadingSpec.NO_MEASURE);
        return measures;
    }

    /** The readings that anything looks at. */
    private static Set<Integer> readings(Catalogue catalogue) {
        Set<Integer> readings = new TreeSet<>();
        for (Scheme scheme : catalogue.schemes()) {
            scheme.indicators().forEach(one -> readings.add(one.reading()));
            scheme.mitigations().forEach(one -> readings.add(one.reading()));
            scheme.direct().forEach(one -> readings.addAll(one.when().readings()));
        }
        for (AlertRule rule : catalogue.rules()) {
            if (rule instanceof AlertRule.Condition condition) {
                readings.addAll(condition.when().readings());
                condition.levels().forEach(level -> readings.addAll(level.when().readings()));
                if (condition.clear() != null) {
                    readings.addAll(condition.clear().readings());
                }
            }
        }
        for (int known = 0; known < readings.size(); ) {
            known = readings.size();
            addPartsOfPatterns(catalogue, readings);
        }
        return readings;
    }

    private static void addPartsOfPatterns(Catalogue catalogue, Set<Integer> readings) {
        for (int reading : List.copyOf(readings)) {
            if (catalogue.readings().get(reading).detail() instanceof Detail.Pattern pattern) {
                readings.addAll(pattern.when().readings());
            }
        }
    }

    private static void numbered(StringBuilder text, String what, List<?> things, Set<Integer> positions) {
        for (int i : positions) {
            text.append("  " + what + " " + i + ": " + things.get(i) + "\n");
        }
    }

    static String of(Message message) {
        if (message instanceof Message.OfClasses classes) {
            int month = classes.official().month();
            return "official classes of " + month / 12 + "-" + (month % 12 + 1) + " "
                    + classes.official().labels() + " recorded " + Instant.ofEpochMilli(message.recordedAtMs());
        }
        return of(((Message.OfEvent) message).event());
    }

    static String of(Event event) {
        return event.type() + " " + event.recordKey() + " revision " + event.revision() + " " + event.op()
                + " recorded " + Instant.ofEpochMilli(event.recordedAtMs())
                + " occurred " + Instant.ofEpochMilli(event.occurredAtMs())
                + optional("due", event.dueAtMs()) + optional("ended", event.endedAtMs())
                + " about " + event.subject() + " from " + event.source() + " severity " + event.severity()
                + " amount " + event.amountMinor() + " " + event.attributes() + event.numbers()
                + " domains " + event.domains();
    }

    private static String optional(String what, @Nullable Long instantMs) {
        return instantMs == null ? "" : " " + what + " " + Instant.ofEpochMilli(instantMs);
    }

    private static String at(long instantMs, ZoneId zone) {
        return Instant.ofEpochMilli(instantMs).atZone(zone).toLocalDateTime().toString();
    }

    /** Which version of which record came when. */
    static List<String> keys(List<Message> log) {
        return log.stream()
                .map(message -> message instanceof Message.OfEvent of ? key(of.event()) : of(message))
                .toList();
    }

    private static String key(Event event) {
        return event.type() + " " + event.recordKey() + " r" + event.revision();
    }
}
