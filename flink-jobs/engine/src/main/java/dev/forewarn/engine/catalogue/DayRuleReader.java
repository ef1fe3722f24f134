package dev.forewarn.engine.catalogue;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.RuleTerms;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.engine.cel.DayDialect;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the keys of rules of the kind condition. */
final class DayRuleReader {

    private static final DayCondition ALWAYS = new DayCondition.All(List.of());

    private final CatalogueDraft draft;

    DayRuleReader(CatalogueDraft draft) {
        this.draft = draft;
    }

    AlertRule read(RuleTerms terms, Section section) {
        for (String key : new String[] {"on", "where"}) {
            section.refuse(
                    key, "a condition reads measures, in 'when'; '" + key + "' belongs to rules of the kind trigger");
        }
        Value clear = section.optional("clear");
        DayCondition when = condition(section.required("when"));
        return new AlertRule.Condition(
                terms,
                when == null ? ALWAYS : when,
                clear.isPresent() ? condition(clear) : null,
                LevelReader.read(
                        section.required("level"),
                        choice -> choice.isPresent() ? condition(choice) : ALWAYS,
                        AlertRule.DayLevel::new));
    }

    private @Nullable DayCondition condition(Value value) {
        return DayDialect.condition(value, draft.readings());
    }
}
