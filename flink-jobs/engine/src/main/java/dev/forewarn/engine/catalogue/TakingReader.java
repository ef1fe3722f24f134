package dev.forewarn.engine.catalogue;

import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.indicator.Taking;
import dev.forewarn.core.indicator.Tier;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Window;
import dev.forewarn.engine.cel.FactDialect;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads which facts of a measure are counted: {@code window}, {@code decay}, {@code newest}, {@code per}. */
final class TakingReader {

    private static final String UNTIL_ENDED = "until-ended";
    private static final int MOST_NEWEST = 1000;

    private final CatalogueDraft draft;

    TakingReader(CatalogueDraft draft) {
        this.draft = draft;
    }

    /**
     * What was said.
     *
     * @param tiers the steps of a decay, or the one window; empty if neither was given
     */
    record Counted(List<Tier> tiers, Taking taking) {}

    Counted read(Section section, Aggregate aggregate) {
        Value window = section.optional("window");
        Value decay = section.optional("decay");
        boolean isWindowUntilEnded = window.isText() && window.text("").equals(UNTIL_ENDED);
        Taking.@Nullable Lives lives = window.isSection() ? lives(window.section()) : null;
        Window wide = !window.isPresent() || window.isSection()
                ? null
                : isWindowUntilEnded ? Window.EVER : window.window(Window.EVER);
        List<Tier> steps = decay.isPresent() ? tiers(decay) : List.of();
        if (decay.isPresent() && !aggregate.canDecay()) {
            decay.fault("'" + ReadingTable.nameOf(aggregate) + "' does not decay; got a 'decay'");
            steps = List.of();
        }
        if (!steps.isEmpty()
                && wide != null
                && !isWindowUntilEnded
                && !wide.equals(steps.get(steps.size() - 1).window())) {
            window.fault("'window' is the last step of 'decay', or left out; got " + wide + " beside a last step of "
                    + steps.get(steps.size() - 1).window());
        }
        boolean untilEnded = section.optional(UNTIL_ENDED).bool(false) || isWindowUntilEnded;
        Taking taking = new Taking(
                untilEnded, lives, section.optional("newest").whole(1, MOST_NEWEST, 0), per(section, aggregate));
        return new Counted(tiers(steps, decay, wide, lives), taking);
    }

    private static List<Tier> tiers(
            List<Tier> steps, Value decay, @Nullable Window wide, Taking.@Nullable Lives lives) {
        if (!steps.isEmpty()) {
            return steps;
        }
        if (wide != null || decay.isPresent()) {
            return List.of(new Tier(wide == null ? Window.EVER : wide, Exact.ONE));
        }
        return lives == null ? List.of() : List.of(new Tier(lives.longest(), Exact.ONE));
    }

    /** A window for each severity; the others count for as long as the longest. */
    private static Taking.Lives lives(Section section) {
        Map<String, Window> windows = new LinkedHashMap<>();
        for (Section.Entry entry : section.entries()) {
            windows.put(entry.key(), entry.value().window(Window.ofDays(1)));
        }
        if (section.isPresent() && windows.isEmpty()) {
            section.fault("'window' names at least one severity; got none");
        }
        Window other = windows.remove("other");
        Window longest = windows.values().stream()
                .reduce((a, b) -> a.isAtLeast(b) ? a : b)
                .orElse(Window.ofDays(1));
        return new Taking.Lives(windows, other == null ? longest : other);
    }

    private Taking.@Nullable Per per(Section section, Aggregate aggregate) {
        Value per = section.optional("per");
        if (!per.isPresent()) {
            for (String key : new String[] {"take", "at-least"}) {
                section.refuse(key, "'" + key + "' makes one number of those of several subjects; 'per' is missing");
            }
            return null;
        }
        if (!aggregate.canGroup()) {
            per.fault("'" + ReadingTable.nameOf(aggregate) + "' is not worked out for each subject; got a 'per'");
        }
        TextTerm by = FactDialect.text(per);
        Taking.Take take = section.optional("take").oneOf(Taking.Take.class, Taking.Take.MAX);
        Value least = take == Taking.Take.COUNT_OF ? section.required("at-least") : section.optional("at-least");
        if (take != Taking.Take.COUNT_OF && least.isPresent()) {
            least.fault("'at-least' says from which number on a subject counts; it belongs to 'take: count-of'");
        }
        long atLeast = least.decimal(-Exact.LIMIT, Exact.LIMIT, 0);
        if (by == null || !aggregate.canGroup()) {
            return null;
        }
        draft.retain(by);
        return new Taking.Per(by, take, take == Taking.Take.COUNT_OF ? atLeast : 0);
    }

    private static List<Tier> tiers(Value decay) {
        List<Tier> tiers = new ArrayList<>();
        List<Section.Entry> entries = decay.section().entries();
        for (Section.Entry entry : entries) {
            Window window = window(entry);
            // Zero would keep facts without counting them; the window ends before.
            long factor = entry.value().decimal(1, Exact.ONE, Exact.ONE);
            if (window == null) {
                continue;
            }
            Window before = tiers.isEmpty() ? null : tiers.get(tiers.size() - 1).window();
            if (before != null && (before.isAtLeast(window) || !window.covers(before))) {
                entry.value().fault("the steps of 'decay' ascend; got " + window + " after " + before);
            } else if (tiers.size() < ReadingSpec.MOST_TIERS) {
                tiers.add(new Tier(window, factor));
            }
        }
        if (decay.isSection() && entries.isEmpty()) {
            decay.fault("'decay' has at least one step; got none");
        }
        if (entries.size() > ReadingSpec.MOST_TIERS) {
            decay.fault("'decay' has at most " + ReadingSpec.MOST_TIERS + " steps; got " + entries.size());
        }
        return tiers;
    }

    private static @Nullable Window window(Section.Entry entry) {
        try {
            return Window.parse(entry.key());
        } catch (IllegalArgumentException e) {
            entry.value().fault("a step of 'decay': " + e.getMessage());
            return null;
        }
    }
}
