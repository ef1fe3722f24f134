package dev.forewarn.engine.catalogue;

import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.indicator.Tier;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Window;
import dev.forewarn.engine.cel.DayNames;
import dev.forewarn.engine.document.Nearest;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code read:} with the {@code window:} or {@code decay:} beside it. */
final class ReadReader {

    private static final Pattern READ = Pattern.compile("([a-z_]+)\\(\\s*([^()\\s]+)\\s*\\)");

    private static final Map<String, Aggregate> AGGREGATES =
            Arrays.stream(Aggregate.values()).collect(Collectors.toMap(ReadingTable::nameOf, Function.identity()));

    private final ReadingTable table;

    ReadReader(ReadingTable table) {
        this.table = table;
    }

    /** The position of the reading, {@link DayNames#NONE} if it has faults. */
    int read(Section section) {
        Value read = section.required("read");
        Value window = section.optional("window");
        Value decay = section.optional("decay");
        List<Tier> tiers = decay.isPresent() ? tiers(decay) : List.of();
        Window wide = window.isPresent() ? window.window(Window.EVER) : null;
        if (!tiers.isEmpty()
                && wide != null
                && !wide.equals(tiers.get(tiers.size() - 1).window())) {
            window.fault("'window' is the last step of 'decay', or left out; got " + wide + " beside a last step of "
                    + tiers.get(tiers.size() - 1).window());
        }
        Matcher matcher = READ.matcher(read.text(""));
        if (!matcher.matches()) {
            if (read.isText()) {
                read.fault("'read' must be like count(measure); got '" + read.text("") + "'");
            }
            return DayNames.NONE;
        }
        Aggregate aggregate = AGGREGATES.get(matcher.group(1));
        if (aggregate == null) {
            read.fault("unknown aggregate '" + matcher.group(1) + "'; "
                    + Nearest.hint(matcher.group(1), AGGREGATES.keySet()));
            return DayNames.NONE;
        }
        return position(aggregate, matcher.group(2), tiers, wide, read, decay);
    }

    private int position(
            Aggregate aggregate, String measure, List<Tier> tiers, @Nullable Window wide, Value read, Value decay) {
        if (decay.isPresent() && !aggregate.canDecay()) {
            decay.fault("'" + ReadingTable.nameOf(aggregate) + "' does not decay; got a 'decay'");
            return DayNames.NONE;
        }
        return tiers.isEmpty()
                ? table.reading(aggregate, measure, decay.isPresent() ? Window.EVER : wide, read::fault)
                : table.reading(aggregate, measure, tiers, read::fault);
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
            if (before != null && before.isAtLeast(window)) {
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
