package dev.forewarn.console.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one indicator adds to, or takes from, the score of one domain.
 *
 * @param valueE4 the reading times 10,000; null if it has none
 * @param contribution share of the score; those of a domain add up to it
 * @param dropsOn first day on which time alone lowers it; null if none is known
 * @param group heading under which the catalogue sums it; empty if none
 */
public record Contribution(
        String domain,
        String indicator,
        String nameZh,
        String nameEn,
        @Nullable Long valueE4,
        int points,
        int contribution,
        @Nullable LocalDate dropsOn,
        List<Evidence> evidence,
        String group) {}
