package dev.forewarn.engine.catalogue;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.RuleTerms;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.time.Window;
import dev.forewarn.engine.cel.FactDialect;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the keys of rules of the kind trigger. */
final class FactRuleReader {

    private static final Window DEFAULT_MAX_AGE = Window.ofDays(90);
    private static final Window DEFAULT_LIVE_FOR = Window.ofDays(30);

    private final CatalogueDraft draft;

    FactRuleReader(CatalogueDraft draft) {
        this.draft = draft;
    }

    AlertRule read(RuleTerms terms, Section section) {
        section.refuse("when", "a trigger asks facts, by 'where'; 'when' belongs to rules of the kind condition");
        Value on = section.required("on");
        List<String> types = Names.types(on);
        Value where = section.optional("where");
        FactCondition condition = where.isPresent() ? condition(where) : FactCondition.ALWAYS;
        if (condition != null) {
            draft.ask(types, condition, where.isPresent() ? where.place() : on.place());
        }
        Value subject = section.optional("subject");
        TextTerm term = subject.isPresent() ? FactDialect.text(subject) : null;
        TextTerm about = term == null ? TextTerm.of(TextTerm.Kind.SUBJECT_OR_KEY) : term;
        draft.retain(about);
        return new AlertRule.Trigger(
                terms,
                types,
                condition == null ? FactCondition.ALWAYS : condition,
                about,
                levels(section.required("level")),
                section.optional("max-age").window(DEFAULT_MAX_AGE),
                section.optional("live-for").window(DEFAULT_LIVE_FOR));
    }

    private List<AlertRule.FactLevel> levels(Value value) {
        return LevelReader.read(
                value, when -> when.isPresent() ? condition(when) : FactCondition.ALWAYS, AlertRule.FactLevel::new);
    }

    private @Nullable FactCondition condition(Value value) {
        FactDialect.RowCondition row = FactDialect.condition(value);
        return row == null ? null : draft.retain(row);
    }
}
