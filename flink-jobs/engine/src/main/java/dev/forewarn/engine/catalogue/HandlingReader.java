package dev.forewarn.engine.catalogue;

import dev.forewarn.core.alert.HandlingRules;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.handling.Deadlines;
import dev.forewarn.core.handling.Outcome;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code handling:}, once in a catalogue: how people handle alerts. */
final class HandlingReader {

    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
    private static final int MOST_SUPPRESSED_DAYS = 3660;
    private static final int MOST_OUTCOMES = 64;
    /** Outcomes that only the engine gives. */
    private static final Set<String> RESERVED = Set.of(Outcome.UNHANDLED, Outcome.SUPPRESSED);

    private final CatalogueDraft draft;
    private final DeadlineReader deadlines;
    private boolean isRead;

    HandlingReader(CatalogueDraft draft) {
        this.draft = draft;
        this.deadlines = new DeadlineReader(draft);
    }

    void read(Section file) {
        Value value = file.optional("handling");
        if (!value.isPresent()) {
            return;
        }
        if (isRead) {
            value.fault("a catalogue has 'handling' once; here it stands again");
        }
        isRead = true;
        Section section = value.section();
        readOffice(section.optional("office"));
        HandlingDraft handling = draft.handling();
        handling.byLevel.putAll(byLevel(section.optional("deadlines")));
        handling.unhandledAfterMs = section.optional("unhandled-after").durationMs(0);
        handling.suppressAtMostDays = section.optional("suppress-at-most-days")
                .whole(1, MOST_SUPPRESSED_DAYS, HandlingRules.DEFAULT_SUPPRESS_DAYS);
        handling.outcomes.addAll(outcomes(section.optional("outcomes")));
        section.refuseOthers();
    }

    private void readOffice(Value value) {
        if (!value.isPresent()) {
            return;
        }
        Section section = value.section();
        long opensMs = timeMs(section.required("opens"));
        Value closes = section.required("closes");
        long closesMs = timeMs(closes);
        section.refuseOthers();
        if (closes.isText() && closesMs <= opensMs) {
            closes.fault("the office closes after it opens, on the same day; got '" + closes.text("") + "'");
        } else if (closes.isText()) {
            draft.handling().opensMs = opensMs;
            draft.handling().closesMs = closesMs;
        }
    }

    private static long timeMs(Value value) {
        Matcher matcher = TIME.matcher(value.text(TIME, "a time of day like \"09:00\"", "0:00"));
        return matcher.matches()
                ? (Integer.parseInt(matcher.group(1)) * 60L + Integer.parseInt(matcher.group(2))) * 60_000
                : 0;
    }

    private Map<Level, Deadlines> byLevel(Value value) {
        Map<Level, Deadlines> byLevel = new EnumMap<>(Level.class);
        if (value.isPresent()) {
            Section section = value.section();
            for (Level level : Level.values()) {
                Value one = section.optional(level.name().toLowerCase(Locale.ROOT));
                if (one.isPresent()) {
                    byLevel.put(level, deadlines.read(one));
                }
            }
            section.refuseOthers();
        }
        return byLevel;
    }

    private List<Outcome> outcomes(Value value) {
        List<Outcome> outcomes = new ArrayList<>();
        if (!value.isPresent()) {
            return outcomes;
        }
        for (Section.Entry entry : value.section().entries()) {
            Names.checkId(entry, draft.faults());
            if (RESERVED.contains(entry.key())) {
                draft.faults()
                        .add(entry.place(), "the outcome '" + entry.key() + "' is given by the engine; choose another");
            }
            outcomes.add(outcome(entry.key(), entry.value().section()));
        }
        if (outcomes.size() > MOST_OUTCOMES) {
            value.fault("a catalogue has at most " + MOST_OUTCOMES + " outcomes; got " + outcomes.size());
        }
        return outcomes;
    }

    private static Outcome outcome(String id, Section section) {
        Label name = Names.label(section);
        Outcome.Meaning meaning = section.required("meaning").oneOf(Outcome.Meaning.class, Outcome.Meaning.UNKNOWN);
        Value fact = section.optional("fact");
        String type = fact.text(TYPE, "a type of facts in dotted lower case, such as case.filed", "");
        if (type.equals(Event.PROFILE)) {
            fact.fault("what is found behind an alert is no profile; got '" + type + "'");
        }
        section.refuseOthers();
        return new Outcome(id, name, meaning, type);
    }
}
