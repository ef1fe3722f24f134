package dev.forewarn.engine.catalogue;

import dev.forewarn.engine.document.Place;
import dev.forewarn.engine.document.Section;
import java.util.HashMap;
import java.util.Map;

/** Reads {@code readings:}, which conditions name and which earn no points. */
final class ReadingsReader {

    private final CatalogueDraft draft;
    private final SpecReader specs;
    private final Map<String, Place> places = new HashMap<>();

    ReadingsReader(CatalogueDraft draft) {
        this.draft = draft;
        this.specs = new SpecReader(draft);
    }

    void read(Section file) {
        for (Section.Entry entry : file.optional("readings").section().entries()) {
            Names.checkId(entry, draft.faults());
            Place first = places.putIfAbsent(entry.key(), entry.place());
            if (first != null) {
                draft.faults()
                        .add(
                                entry.place(),
                                "each reading stands once in a catalogue; got '" + entry.key() + "' again after "
                                        + first);
            }
            Section section = entry.value().section();
            int position = specs.read(entry.key(), section);
            section.refuseOthers();
            draft.readings().addNamed(entry.key(), Math.max(0, position));
        }
    }
}
