package dev.forewarn.engine.catalogue;

import dev.forewarn.core.catalogue.Group;
import dev.forewarn.core.catalogue.Mitigation;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fusion.Fusion;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.core.score.ClassBands;
import dev.forewarn.core.score.Combination;
import dev.forewarn.core.time.Exact;
import dev.forewarn.engine.document.Nearest;
import dev.forewarn.engine.document.Place;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the scheme of a file, if it has one: its indicators at once, its direct rules when all names are known. */
final class SchemeReader {

    private static final List<String> PARTS = List.of(
            "name",
            "combine",
            "scale",
            "classes",
            "target-mix",
            "fusion",
            "indicators",
            "mitigation",
            "direct",
            "groups",
            "applies");
    private static final int MOST_SCHEMES = 16;
    static final int NOISY_OR_SCALE = 1000;
    private static final int LARGEST_SCALE = 100_000;
    private static final long PER_CENT = 100 * Exact.ONE;

    private final CatalogueDraft draft;
    private final Map<String, Place> places = new HashMap<>();
    private final List<Runnable> waiting = new ArrayList<>();

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
        checkMix(file.optional("target-mix"), bands);
        if (!draft.readings().add(domain, bands)) {
            named.fault("each domain has one scheme; got '" + domain + "' again after " + places.get(domain));
        } else if (draft.readings().domains().size() == MOST_SCHEMES + 1) {
            named.fault("a catalogue has at most " + MOST_SCHEMES + " schemes; this is one more");
        }
        List<Group> groups = groups(file.optional("groups"));
        // Under noisy-or a weight of 1000 would make certain what is only likely.
        int most = combination == Combination.NOISY_OR ? NOISY_OR_SCALE - 1 : scale;
        IndicatorReader reader = new IndicatorReader(
                draft, domain, scale, most, groups.stream().map(Group::id).collect(Collectors.toUnmodifiableSet()));
        List<Indicator> indicators = reader.indicators(file.required("indicators"));
        List<Mitigation> mitigations = reader.mitigations(file.optional("mitigation"));
        FactCondition applies = draft.onProfile(file.optional("applies"));
        Value direct = file.optional("direct");
        Value fusion = file.optional("fusion");
        waiting.add(() -> draft.add(new Scheme(
                domain,
                name,
                combination,
                scale,
                bands,
                indicators,
                mitigations,
                new DirectReader(draft, bands).read(direct),
                groups,
                applies,
                fusion(fusion, domain, bands))));
    }

    /** Makes the schemes, once all names are known that their direct rules may use. */
    void finish() {
        waiting.forEach(Runnable::run);
    }

    private Fusion fusion(Value value, String domain, ClassBands bands) {
        if (domain.equals(Scheme.GENERAL) && value.isPresent()) {
            value.fault("the general scheme is what the others are fused with; it has no 'fusion' of its own");
        }
        return FusionReader.read(value, bands, draft.readings().bands(Scheme.GENERAL));
    }

    private List<Group> groups(Value value) {
        List<Group> groups = new ArrayList<>();
        for (Section.Entry entry : value.section().entries()) {
            Names.checkId(entry, draft.faults());
            Section section = entry.value().section();
            Label name = Names.label(section);
            Value parent = section.optional("parent");
            String above = parent.text("");
            section.refuseOthers();
            if (!above.isEmpty()
                    && groups.stream().noneMatch(group -> group.id().equals(above))) {
                parent.fault("the group above stands before those in it; there is no '" + above + "' yet");
            }
            groups.add(new Group(entry.key(), name, above));
        }
        return groups;
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

    /** The mix in per cent that the cut points were made for is for people to read; the cut points are the truth. */
    private static void checkMix(Value value, ClassBands bands) {
        for (Section.Entry entry : value.section().entries()) {
            if (bands.rankOf(entry.key()) < 0) {
                entry.value()
                        .fault("unknown class '" + entry.key() + "'; " + Nearest.hint(entry.key(), bands.labels()));
            }
            entry.value().decimal(0, PER_CENT, 0);
        }
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
}
