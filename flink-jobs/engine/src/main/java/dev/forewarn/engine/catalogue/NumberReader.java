package dev.forewarn.engine.catalogue;

import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.time.Exact;
import dev.forewarn.engine.cel.FactDialect;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a number of facts: {@code amount}, {@code num('x')}, or one for each word that a text may be. */
final class NumberReader {

    private final CatalogueDraft draft;

    NumberReader(CatalogueDraft draft) {
        this.draft = draft;
    }

    /** The number; null if there is none, or it has faults. */
    @Nullable
    NumberTerm read(Value value) {
        if (!value.isPresent()) {
            return null;
        }
        NumberTerm term = value.isSection() ? byText(value.section()) : FactDialect.number(value);
        draft.retain(term);
        return term;
    }

    private static @Nullable NumberTerm byText(Section section) {
        Value by = section.required("by");
        TextTerm term = by.isPresent() ? FactDialect.text(by) : null;
        Map<String, Long> values = new LinkedHashMap<>();
        Value of = section.required("of");
        for (Section.Entry entry : of.section().entries()) {
            values.put(entry.key(), entry.value().decimal(-Exact.LIMIT, Exact.LIMIT, 0));
        }
        if (of.isSection() && values.isEmpty()) {
            of.fault("'of' names at least one word; got none");
        }
        long other = section.optional("other").decimal(-Exact.LIMIT, Exact.LIMIT, Exact.ABSENT);
        section.refuseOthers();
        return term == null ? null : new NumberTerm.ByText(term, values, other);
    }
}
