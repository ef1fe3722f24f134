package dev.forewarn.engine.catalogue;

import dev.forewarn.core.alert.Level;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code level:}, one for all or a list of cases, the first of which that holds counts. */
final class LevelReader {

    private LevelReader() {}

    /**
     * @param condition reads the condition of a case, which is absent where it stands for all that is left
     * @param choice makes a case
     */
    static <C, L> List<L> read(Value value, Function<Value, @Nullable C> condition, BiFunction<Level, C, L> choice) {
        List<L> levels = new ArrayList<>();
        if (!value.isList()) {
            Level level = value.oneOf(Level.class, Level.BLUE);
            C always = condition.apply(value.absent());
            return always == null ? List.of() : List.of(choice.apply(level, always));
        }
        List<Value> items = value.list();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isText()) {
                items.get(i)
                        .fault("each case of 'level' is like {level: red, when: \"…\"}; got '"
                                + items.get(i).text("") + "'");
                continue;
            }
            Section section = items.get(i).section();
            Level level = section.required("level").oneOf(Level.class, Level.BLUE);
            Value when = section.optional("when");
            section.refuseOthers();
            if (section.isPresent() && !when.isPresent() && i < items.size() - 1) {
                section.fault("a level without 'when' takes all that is left, so it stands last; more follow");
            }
            C read = condition.apply(when);
            if (read != null) {
                levels.add(choice.apply(level, read));
            }
        }
        if (items.isEmpty()) {
            value.fault("'level' has at least one level; got an empty list");
        }
        return levels;
    }
}
