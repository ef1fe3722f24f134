package dev.forewarn.core.oracle;

import dev.forewarn.core.indicator.Taking;
import dev.forewarn.core.oracle.PlainReading.Counted;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A number for each subject by itself, made one. */
final class PlainGroups {

    private final PlainCounts counts;
    private final Taking.Per per;

    PlainGroups(PlainCounts counts, Taking.Per per) {
        this.counts = counts;
        this.per = per;
    }

    PlainReading read(List<Counted> counted) {
        Map<String, List<Counted>> groups = counted.stream()
                .collect(Collectors.groupingBy(
                        one -> PlainTerms.text(per.by(), one.fact()), TreeMap::new, Collectors.toList()));
        List<List<Counted>> all = List.copyOf(groups.values());
        return switch (per.take()) {
            case MAX -> {
                @Nullable
                BigDecimal most = numbers(all).max(Comparator.naturalOrder()).orElse(null);
                yield reading(most, counted, most == null ? all : thatReach(all, most));
            }
            case SUM -> reading(numbers(all).reduce(BigDecimal.ZERO, BigDecimal::add), counted, all);
            case COUNT_OF -> {
                List<List<Counted>> reaching = thatReach(all, BigDecimal.valueOf(per.atLeast(), 4));
                yield reading(BigDecimal.valueOf(reaching.size()), counted, reaching);
            }
        };
    }

    private Stream<BigDecimal> numbers(List<List<Counted>> groups) {
        return groups.stream().map(counts::number).filter(Objects::nonNull);
    }

    private List<List<Counted>> thatReach(List<List<Counted>> groups, BigDecimal least) {
        return groups.stream()
                .filter(group -> {
                    @Nullable BigDecimal number = counts.number(group);
                    return number != null && number.compareTo(least) >= 0;
                })
                .toList();
    }

    private static PlainReading reading(
            @Nullable BigDecimal value, List<Counted> counted, List<List<Counted>> evidence) {
        return PlainReading.of(value, counted)
                .restingOn(evidence.stream().flatMap(List::stream).toList());
    }
}
