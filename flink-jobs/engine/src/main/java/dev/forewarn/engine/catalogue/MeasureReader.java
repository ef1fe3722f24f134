package dev.forewarn.engine.catalogue;

import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.indicator.Measure;
import dev.forewarn.engine.cel.FactDialect;
import dev.forewarn.engine.document.Place;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code measures:}. */
final class MeasureReader {

    private static final String UNREAD = "unread.type";

    private final CatalogueDraft draft;
    private final Map<String, Place> places = new HashMap<>();

    MeasureReader(CatalogueDraft draft) {
        this.draft = draft;
    }

    void read(Section file) {
        for (Section.Entry entry : file.optional("measures").section().entries()) {
            Names.checkMeasure(entry, draft.faults());
            Place first = places.putIfAbsent(entry.key(), entry.place());
            Measure measure = measure(entry.key(), entry.value());
            if (first == null) {
                draft.readings().add(measure);
            } else {
                draft.faults()
                        .add(
                                entry.place(),
                                "each measure stands once in a catalogue; got '" + entry.key() + "' again after "
                                        + first);
            }
        }
    }

    private Measure measure(String name, Value value) {
        Section section = value.section();
        Value on = section.required("on");
        List<String> types = Names.types(on);
        Value ends = section.optional("ends");
        List<String> endings = Names.types(ends);
        for (String ending : endings) {
            if (types.contains(ending)) {
                ends.fault("a type of facts cannot end itself; got '" + ending + "' in 'on' and in 'ends'");
            }
        }
        FactCondition where = where(section.optional("where"), types, on);
        NumberTerm number = new NumberReader(draft).read(section.optional("value"));
        TextTerm subject = subject(section.optional("subject"), !endings.isEmpty());
        Measure.Match match = match(section.optional("match"), !endings.isEmpty());
        section.refuseOthers();
        // A measure without types has a fault; others may name it all the same.
        return new Measure(name, types.isEmpty() ? List.of(UNREAD) : types, endings, match, where, number, subject);
    }

    private FactCondition where(Value value, List<String> types, Value on) {
        FactDialect.RowCondition row =
                value.isPresent() ? FactDialect.condition(value) : FactDialect.RowCondition.ALWAYS;
        if (row == null) {
            return FactCondition.ALWAYS;
        }
        draft.ask(types, row.condition(), value.isPresent() ? value.place() : on.place());
        return draft.retain(row);
    }

    /**
     * An ending without a subject meets openings without one; elsewhere facts without a subject differ by their key.
     */
    private TextTerm subject(Value value, boolean hasEndings) {
        TextTerm given = value.isPresent() ? FactDialect.text(value) : null;
        TextTerm subject =
                given != null ? given : TextTerm.of(hasEndings ? TextTerm.Kind.SUBJECT : TextTerm.Kind.SUBJECT_OR_KEY);
        draft.retain(subject);
        return subject;
    }

    private static Measure.Match match(Value value, boolean hasEndings) {
        if (value.isPresent() && !hasEndings) {
            value.fault("'match' says which ending ends which fact; this measure has no 'ends'");
        }
        return value.oneOf(Measure.Match.class, Measure.Match.SUBJECT);
    }
}
