package dev.forewarn.engine.catalogue;

import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.indicator.Tier;
import dev.forewarn.engine.cel.DayNames;
import dev.forewarn.engine.document.Nearest;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads how something is read: {@code read} or {@code when}, and what stands beside it. */
final class SpecReader {

    private static final Pattern READ =
            Pattern.compile("([a-z_]+)\\(\\s*'?([^()\\s,']+)'?\\s*(?:,\\s*'?([^()\\s,']+)'?\\s*)?\\)");
    private static final String NAMED = "reading";

    private static final Map<String, Aggregate> AGGREGATES = Arrays.stream(Aggregate.values())
            .filter(aggregate -> aggregate != Aggregate.PATTERN)
            .collect(Collectors.toMap(ReadingTable::nameOf, Function.identity()));

    private final CatalogueDraft draft;
    private final ReadingTable table;
    private final TakingReader takings;
    private final DetailReader details;

    SpecReader(CatalogueDraft draft) {
        this.draft = draft;
        this.table = draft.readings();
        this.takings = new TakingReader(draft);
        this.details = new DetailReader(draft);
    }

    /**
     * The position of the reading, {@link DayNames#NONE} if it has faults.
     *
     * @param name what faults call it
     */
    int read(String name, Section section) {
        if (section.has("when")) {
            section.refuse("read", "an indicator has 'read' or 'when', not both");
            return draft.patterns().reserve(name, section.required("when"));
        }
        Value read = section.required("read");
        Matcher matcher = READ.matcher(read.text(""));
        if (!matcher.matches()) {
            if (read.isText()) {
                read.fault("'read' must be like count(measure); got '" + read.text("") + "'");
            }
            takings.read(section, Aggregate.COUNT);
            return DayNames.NONE;
        }
        if (matcher.group(1).equals(NAMED)) {
            return table.named(matcher.group(2), read::fault);
        }
        Aggregate aggregate = AGGREGATES.get(matcher.group(1));
        if (aggregate == null) {
            read.fault("unknown aggregate '" + matcher.group(1) + "'; "
                    + Nearest.hint(matcher.group(1), AGGREGATES.keySet()));
            takings.read(section, Aggregate.COUNT);
            return DayNames.NONE;
        }
        return read(aggregate, matcher.group(2), matcher.group(3), section, read);
    }

    private int read(Aggregate aggregate, String first, @Nullable String second, Section section, Value read) {
        boolean isRatio = aggregate == Aggregate.RATIO;
        if (isRatio == (second == null)) {
            read.fault(
                    isRatio
                            ? "'ratio' names two measures: the part and the whole, such as ratio(failed, inspection)"
                            : "'" + ReadingTable.nameOf(aggregate) + "' names one measure; got two");
        }
        boolean isYearly = aggregate == Aggregate.MISSED_YEARS || aggregate == Aggregate.MISSED_DAYS;
        TakingReader.Counted counted = isYearly
                ? new TakingReader.Counted(List.of(), dev.forewarn.core.indicator.Taking.ALL)
                : takings.read(section, aggregate);
        int part = isRatio && second != null ? table.measure(first, read::fault) : DayNames.NONE;
        DetailReader.Read detail = details.read(aggregate, section, counted.tiers(), part);
        int measure = table.measure(isRatio && second != null ? second : first, read::fault);
        List<Tier> tiers = detail.tiers() == null
                ? table.orDefault(aggregate, counted.tiers(), first, read::fault)
                : detail.tiers();
        if (measure == DayNames.NONE || tiers.isEmpty() || (isRatio && part == DayNames.NONE)) {
            return DayNames.NONE;
        }
        if (!table.hasValue(aggregate, measure, read::fault)) {
            return DayNames.NONE;
        }
        return table.reading(new ReadingSpec(aggregate, measure, tiers, counted.taking(), detail.detail()));
    }
}
