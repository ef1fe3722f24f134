package dev.forewarn.engine.catalogue;

import dev.forewarn.core.catalogue.Mitigation;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.core.time.Exact;
import dev.forewarn.engine.document.Nearest;
import dev.forewarn.engine.document.Place;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the indicators and mitigations of one scheme. */
final class IndicatorReader {

    /** Bits that say which mitigations count. */
    private static final int MOST_MITIGATIONS = 63;

    private final CatalogueDraft draft;
    private final String domain;
    private final Set<String> groups;
    private final int scale;
    private final PointsReader points;
    private final SpecReader specs;
    private final Map<String, Place> places = new HashMap<>();

    /**
     * @param most largest number of points of one weight
     * @param groups ids of the headings
     */
    IndicatorReader(CatalogueDraft draft, String domain, int scale, int most, Set<String> groups) {
        this.draft = draft;
        this.domain = domain;
        this.groups = groups;
        this.scale = scale;
        this.points = new PointsReader(most);
        this.specs = new SpecReader(draft);
    }

    List<Indicator> indicators(Value value) {
        List<Indicator> indicators = new ArrayList<>();
        for (Section.Entry entry : value.section().entries()) {
            checkId(entry);
            Section section = entry.value().section();
            Label name = Names.label(section);
            int reading = Math.max(0, specs.read(entry.key(), section));
            draft.readings().addIndicator(domain, entry.key(), reading);
            indicators.add(new Indicator(
                    entry.key(),
                    name,
                    group(section.optional("group")),
                    reading,
                    points.read(section.required("points")),
                    section.optional("static").bool(false),
                    draft.onProfile(section.optional("applies")),
                    section.optional("basis").text("")));
            section.refuseOthers();
        }
        return indicators;
    }

    List<Mitigation> mitigations(Value value) {
        List<Mitigation> mitigations = new ArrayList<>();
        for (Section.Entry entry : value.section().entries()) {
            checkId(entry);
            Section section = entry.value().section();
            Label name = Names.label(section);
            int reading = Math.max(0, specs.read(entry.key(), section));
            draft.readings().addIndicator(domain, entry.key(), reading);
            Value takeOff = section.required("take-off");
            Section off = takeOff.section();
            long share = off.optional("share").decimal(1, Exact.ONE, 0);
            int fixed = off.optional("points").whole(1, scale, 0);
            off.refuseOthers();
            if (off.isPresent() && !off.has("share") && !off.has("points")) {
                takeOff.fault("'take-off' says a 'share' of the score or a number of 'points'; got none");
            }
            mitigations.add(new Mitigation(
                    entry.key(),
                    name,
                    group(section.optional("group")),
                    reading,
                    share,
                    fixed,
                    section.optional("floor").whole(0, scale, 0),
                    section.optional("basis").text("")));
            section.refuseOthers();
        }
        if (mitigations.size() > MOST_MITIGATIONS) {
            value.fault("a scheme has at most " + MOST_MITIGATIONS + " mitigations; got " + mitigations.size());
        }
        return mitigations;
    }

    /** Conditions name indicators and mitigations alike, so that they share their ids. */
    private void checkId(Section.Entry entry) {
        Names.checkId(entry, draft.faults());
        Place first = places.putIfAbsent(entry.key(), entry.place());
        if (first != null) {
            draft.faults()
                    .add(
                            entry.place(),
                            "each id stands once among the indicators and mitigations of a scheme; got '" + entry.key()
                                    + "' again after " + first);
        }
    }

    private String group(Value value) {
        String group = value.text("");
        if (value.isPresent() && !group.isEmpty() && !groups.contains(group)) {
            value.fault("unknown group '" + group + "'; " + Nearest.hint(group, groups));
            return "";
        }
        return group;
    }
}
