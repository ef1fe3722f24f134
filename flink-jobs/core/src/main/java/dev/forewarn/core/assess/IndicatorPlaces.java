package dev.forewarn.core.assess;

import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.MeasurePlan;
import dev.forewarn.core.indicator.ReadingPlan;
import dev.forewarn.core.indicator.ReadingSpec;
import java.util.ArrayList;
import java.util.List;

/** Where the indicators of a catalogue stand, by the types and measures that they look at. */
final class IndicatorPlaces {

    private final Plan plan;
    private final List<List<IndicatorPlace>> reading = new ArrayList<>();
    private final List<List<IndicatorPlace>> affected = new ArrayList<>();
    private final List<List<IndicatorPlace>> ofMeasures = new ArrayList<>();
    private final List<IndicatorPlace> conditional = new ArrayList<>();

    IndicatorPlaces(Plan plan) {
        this.plan = plan;
        plan.types().forEach(type -> {
            reading.add(new ArrayList<>());
            affected.add(new ArrayList<>());
        });
        plan.catalogue().measures().forEach(measure -> ofMeasures.add(new ArrayList<>()));
        for (int s = 0; s < plan.catalogue().schemes().size(); s++) {
            for (int i = 0; i < plan.catalogue().schemes().get(s).indicators().size(); i++) {
                add(s, i);
            }
        }
    }

    /** The indicators that read facts of a type; all others find nothing in them. */
    List<IndicatorPlace> reading(int type) {
        return reading.get(type);
    }

    /** The indicators that may find something new if facts of a type change, endings among them. */
    List<IndicatorPlace> affectedBy(int type) {
        return affected.get(type);
    }

    /**
     * The indicators of what a business does that would find something else if a measure took no fact. Those of what it
     * is stay: nobody mends that.
     */
    List<IndicatorPlace> ofMeasure(int measure) {
        return ofMeasures.get(measure);
    }

    /** The indicators that count for some kinds of business only. */
    List<IndicatorPlace> conditional() {
        return conditional;
    }

    private void add(int scheme, int position) {
        Indicator indicator =
                plan.catalogue().schemes().get(scheme).indicators().get(position);
        int appliesBit = plan.profileBit(indicator.applies());
        IndicatorPlace anywhere = place(scheme, position, Plan.ALWAYS, appliesBit);
        if (appliesBit != Plan.ALWAYS) {
            conditional.add(anywhere);
        }
        if (!indicator.isStatic()) {
            plan.readingTypes()
                    .measures(indicator.reading())
                    .forEach(measure -> ofMeasures.get(measure).add(anywhere));
        }
        List<Integer> types = plan.readingTypes().of(indicator.reading());
        types.forEach(type -> affected.get(type).add(anywhere));
        ReadingPlan read = plan.reading(indicator.reading());
        if (read == null || read.part() != null || read.spec().readsProfile()) {
            types.forEach(type -> reading.get(type).add(anywhere));
            return;
        }
        for (MeasurePlan.Source source : read.measure().on()) {
            reading.get(source.type()).add(place(scheme, position, source.bit(), appliesBit));
        }
    }

    private IndicatorPlace place(int scheme, int position, int bit, int appliesBit) {
        Scheme of = plan.catalogue().schemes().get(scheme);
        Indicator indicator = of.indicators().get(position);
        ReadingSpec spec = plan.catalogue().readings().get(indicator.reading());
        return new IndicatorPlace(scheme, position, indicator, spec, of.combination(), bit, appliesBit);
    }
}
