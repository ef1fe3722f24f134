package dev.forewarn.core.indicator;

import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.time.Exact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a count stands to what was to be expected. Whole numbers throughout; quotients are compared crosswise. */
final class Chances {

    /** Largest prior, scaled by 10⁻⁴: keeps all products within a long. */
    private static final long MOST_PRIOR = 1_000_000_000L;

    private final Steps steps;

    Chances(Steps steps) {
        this.steps = steps;
    }

    void read(ReadingSpec spec, @Nullable Fact profile, Selection selection, Reading slot) {
        Detail.Expectation expectation = (Detail.Expectation) spec.detail();
        for (int i = 0; i < selection.size(); i++) {
            slot.tierCounts[steps.of(selection.get(i))]++;
        }
        steps.leave(selection);
        int shortDays = spec.tiers().get(0).window().days();
        int baseDays = spec.window().days() - shortDays;
        long facts = prior(expectation, profile) + Exact.of(slot.tierCounts[1]);
        // The expected count is expected / over, scaled by 10⁻⁴.
        long expected = shortDays * facts;
        long over = (long) expectation.priorDays() + baseDays;
        int count = slot.tierCounts[0];
        if (spec.aggregate() == Aggregate.BURST) {
            slot.value = count >= threshold(expectation.steps(), expected, over) ? Exact.of(count) : 0;
        } else if (expected > 0) {
            slot.divide(Exact.of(count) * over, expected);
        }
    }

    private static long prior(Detail.Expectation expectation, @Nullable Fact profile) {
        long said = profile == null || expectation.prior() == null
                ? Exact.ABSENT
                : expectation.prior().of(profile);
        return Math.max(0, Math.min(MOST_PRIOR, said == Exact.ABSENT ? expectation.otherwise() : said));
    }

    private static long threshold(List<Detail.Step> table, long expected, long over) {
        for (int i = 0; i < table.size(); i++) {
            if (expected <= table.get(i).expected() * over) {
                return table.get(i).count();
            }
        }
        Detail.Step last = table.get(table.size() - 1);
        long unit = Math.max(1, last.expected()) * over;
        return Math.floorDiv(last.count() * expected + unit - 1, unit);
    }
}
