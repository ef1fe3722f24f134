package dev.forewarn.engine.catalogue;

import dev.forewarn.core.catalogue.Source;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.core.time.Window;
import dev.forewarn.engine.document.Place;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code sources:}, the systems that send events. */
final class SourceReader {

    /** So many fit into what is told of them day by day. */
    private static final int MOST_SOURCES = 256;

    /** Longest name: with what is told of the source it must fit into the ids of events. */
    private static final int MOST_CHARACTERS = 200;

    private final CatalogueDraft draft;
    private final Map<String, Place> places = new HashMap<>();

    SourceReader(CatalogueDraft draft) {
        this.draft = draft;
    }

    void read(Section file) {
        for (Section.Entry entry : file.optional("sources").section().entries()) {
            check(entry);
            Source source = source(entry.key(), entry.value().section());
            if (places.putIfAbsent(entry.key(), entry.place()) == null) {
                draft.add(source);
            }
        }
    }

    private void check(Section.Entry entry) {
        Place first = places.get(entry.key());
        if (first != null) {
            fault(entry, "each source stands once in a catalogue; got '" + entry.key() + "' again after " + first);
        } else if (places.size() == MOST_SOURCES) {
            fault(entry, "a catalogue names at most " + MOST_SOURCES + " sources; this is one more");
        }
        if (entry.key().isBlank() || entry.key().length() > MOST_CHARACTERS) {
            fault(
                    entry,
                    "the name of a source is what its events say, 1 to " + MOST_CHARACTERS + " characters; got "
                            + entry.key().length());
        }
    }

    private void fault(Section.Entry entry, String reason) {
        draft.faults().add(entry.place(), reason);
    }

    private static Source source(String key, Section section) {
        Label name = Names.label(section);
        Value feeds = section.optional("feeds");
        Source source = new Source(
                key,
                name,
                section.optional("department").text(""),
                section.optional("owner").text(""),
                days(section.required("rhythm"), 1),
                days(section.optional("lag"), 0),
                section.optional("basis").text(""),
                section.optional("personal-data").bool(false),
                feeds.isPresent() ? Names.types(feeds) : List.of());
        section.refuseOthers();
        return source;
    }

    /** A window of whole days, since what is expected is counted in days; so many if nothing is said. */
    private static int days(Value value, int fallback) {
        if (!value.isPresent()) {
            return fallback;
        }
        Window window = value.window(Window.ofDays(1));
        if (window.isEver() || window.months() > 0 || window.days() > Source.MOST_DAYS) {
            value.fault("'" + value.name() + "' must be a number of days in [1d, " + Source.MOST_DAYS + "d]; got '"
                    + window + "'");
            return 1;
        }
        return window.days();
    }
}
