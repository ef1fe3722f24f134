package dev.forewarn.cli.simulate;

import dev.forewarn.avro.Wire;
import dev.forewarn.city.City;
import dev.forewarn.city.CityPlan;
import dev.forewarn.core.alert.Family;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.alert.Transition;
import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.fact.Profile;
import dev.forewarn.engine.wire.Decoding;
import dev.forewarn.engine.wire.EventDecoding;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A city whose events go through the step of the job, business by business and without a broker. */
final class CityRun {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final CityPlan plan;
    private final EntityStep step;
    private final long countedFromMs;
    private final Map<String, byte[]> dossiers = new HashMap<>();

    final List<String> refused = new ArrayList<>();
    final Map<String, Integer> raisedByRule = new TreeMap<>();
    final Map<Family, Integer> raisedByFamily = new EnumMap<>(Family.class);
    final Map<Level, Integer> raisedByLevel = new EnumMap<>(Level.class);
    final Map<String, Integer> headlines = new TreeMap<>();
    final Map<String, Integer> generalClasses = new TreeMap<>();
    long dossierBytes;

    private CityRun(CityPlan plan, Catalogue catalogue, int countedDays) {
        this.plan = plan;
        this.step = new EntityStep(CatalogueTimeline.of(catalogue));
        this.countedFromMs = endMs() - countedDays * 86_400_000L;
    }

    /** Runs a city and counts what is raised in its last days. */
    static CityRun of(CityPlan plan, Catalogue catalogue, int countedDays) {
        CityRun run = new CityRun(plan, catalogue, countedDays);
        City city = new City(plan, truth -> {});
        for (dev.forewarn.avro.Event event = city.next(); event != null; event = city.next()) {
            run.apply(event);
        }
        run.end();
        return run;
    }

    private long endMs() {
        Instant end = plan.start().plusDays(plan.days()).atStartOfDay(ZONE).toInstant();
        return end.toEpochMilli();
    }

    private void apply(dev.forewarn.avro.Event message) {
        Decoding<Event> decoding = EventDecoding.of(Wire.encode(message));
        if (decoding instanceof Decoding.Accepted<Event> event) {
            String entity = message.getEntityId();
            take(entity, step.onEvent(entity, dossiers.get(entity), event.value()));
        } else {
            refused.add(decoding.toString());
        }
    }

    private void take(String entity, Turn turn) {
        byte[] dossier = turn.dossier();
        if (dossier == null) {
            dossiers.remove(entity);
        } else {
            dossiers.put(entity, dossier);
        }
        for (Output output : turn.outputs()) {
            if (output instanceof Output.Alerted alerted
                    && alerted.change().transition() == Transition.RAISED
                    && alerted.change().atMs() >= countedFromMs) {
                raisedByRule.merge(alerted.change().after().ruleId(), 1, Integer::sum);
                raisedByFamily.merge(alerted.change().terms().family(), 1, Integer::sum);
                raisedByLevel.merge(alerted.change().after().level(), 1, Integer::sum);
            }
        }
    }

    private void end() {
        for (String entity : List.copyOf(dossiers.keySet())) {
            byte[] dossier = dossiers.get(entity);
            if (dossier != null) {
                take(entity, step.onWake(entity, dossier, endMs()));
            }
        }
        dossiers.forEach((entity, dossier) -> {
            Assessment found = step.assess(entity, dossier, endMs());
            Profile profile = found.profile();
            if (profile != null && "active".equals(profile.status())) {
                headlines.merge(found.headline(), 1, Integer::sum);
                found.standings().stream()
                        .filter(standing -> standing.domain().equals("general"))
                        .forEach(standing -> generalClasses.merge(standing.label(), 1, Integer::sum));
                dossierBytes += dossier.length;
            }
        });
    }
}
