package dev.forewarn.engine.catalogue;

import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fusion.FusionMode;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.core.score.ClassBands;
import dev.forewarn.core.score.Combination;
import dev.forewarn.engine.document.Place;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the scheme of a file, if it has one. */
final class SchemeReader {

    private static final List<String> PARTS = List.of("name", "combine", "scale", "classes", "fusion", "indicators");
    private static final int MOST_SCHEMES = 16;
    static final int NOISY_OR_SCALE = 1000;
    private static final int LARGEST_SCALE = 100_000;

    private final CatalogueDraft draft;
    private final Map<String, Place> places = new HashMap<>();

    SchemeReader(CatalogueDraft draft) {
        this.draft = draft;
    }

    void read(Section file) {
        boolean hasPart = PARTS.stream().anyMatch(file::has);
        if (!file.has("scheme") && !hasPart) {
            return;
        }
        Value named = file.required("scheme");
        String domain = Names.domain(named);
        Label name = Names.label(file);
        Combination combination = file.optional("combine").oneOf(Combination.class, Combination.NOISY_OR);
        int scale = scale(file.optional("scale"), combination);
        places.putIfAbsent(domain, named.place());
        ClassBands bands = bands(file.required("classes"), scale);
        FusionMode fusion = file.optional("fusion").oneOf(fusions(), FusionMode.WORST);
        if (!draft.readings().add(domain, bands)) {
            named.fault("each domain has one scheme; got '" + domain + "' again after " + places.get(domain));
        } else if (draft.readings().domains().size() == MOST_SCHEMES + 1) {
            named.fault("a catalogue has at most " + MOST_SCHEMES + " schemes; this is one more");
        }
        List<Indicator> indicators = indicators(file.required("indicators"), domain, combination, scale);
        draft.add(new Scheme(domain, name, combination, scale, bands, indicators, fusion));
    }

    private static int scale(Value value, Combination combination) {
        int scale = value.whole(1, LARGEST_SCALE, NOISY_OR_SCALE);
        if (combination == Combination.NOISY_OR && scale != NOISY_OR_SCALE) {
            value.fault("'scale' must be " + NOISY_OR_SCALE + " where 'combine' is noisy-or; got " + scale);
            return NOISY_OR_SCALE;
        }
        return scale;
    }

    private static ClassBands bands(Value value, int scale) {
        List<String> labels = new ArrayList<>();
        List<Integer> cuts = new ArrayList<>();
        List<Value> items = value.list();
        for (int i = 0; i < items.size(); i++) {
            Section band = items.get(i).section();
            Value label = band.required("class");
            String text = Names.label(label);
            boolean isLast = i == items.size() - 1;
            Value below = isLast ? band.optional("below") : band.required("below");
            band.refuseOthers();
            if (isLast && below.isPresent()) {
                below.fault("the last class has no 'below', since it takes all that is left; got one");
            }
            if (labels.contains(text)) {
                label.fault("each class stands once; got '" + text + "' again");
            } else {
                int least = cuts.isEmpty() ? 1 : cuts.get(cuts.size() - 1) + 1;
                labels.add(text);
                cuts.add(cut(isLast ? below.absent() : below, least, scale));
            }
        }
        if (value.isList() && items.isEmpty()) {
            value.fault("'classes' has at least one class; got an empty list");
        }
        return labels.isEmpty()
                ? new ClassBands(List.of("?"), List.of())
                : new ClassBands(labels, cuts.subList(0, labels.size() - 1));
    }

    /** The score at which a class ends: above the end of the class before it. */
    private static int cut(Value below, int least, int scale) {
        int cut = below.whole(1, scale, least);
        if (cut < least) {
            below.fault("the upper ends of classes ascend; got " + cut + " after " + (least - 1));
            return least;
        }
        return cut;
    }

    private List<Indicator> indicators(Value value, String domain, Combination combination, int scale) {
        // Under noisy-or a weight of 1000 would make certain what is only likely.
        PointsReader points = new PointsReader(combination == Combination.NOISY_OR ? NOISY_OR_SCALE - 1 : scale);
        ReadReader reads = new ReadReader(draft.readings());
        List<Indicator> indicators = new ArrayList<>();
        for (Section.Entry entry : value.section().entries()) {
            Names.checkId(entry, draft.faults());
            Section section = entry.value().section();
            Label name = Names.label(section);
            int reading = Math.max(0, reads.read(section));
            draft.readings().addIndicator(domain, entry.key(), reading);
            indicators.add(new Indicator(
                    entry.key(),
                    name,
                    reading,
                    points.read(section.required("points")),
                    section.optional("static").bool(false),
                    section.optional("basis").text("")));
            section.refuseOthers();
        }
        return indicators;
    }

    private static Map<String, FusionMode> fusions() {
        Map<String, FusionMode> fusions = new LinkedHashMap<>();
        for (FusionMode mode : FusionMode.values()) {
            fusions.put(mode.wireName(), mode);
        }
        return fusions;
    }
}
