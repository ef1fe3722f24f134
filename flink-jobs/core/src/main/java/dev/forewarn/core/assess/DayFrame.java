package dev.forewarn.core.assess;

import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.time.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** For each reading, and each step of its decay, the first day whose facts count on one day. */
final class DayFrame {

    private final int today;
    private final int[][] firstDays;

    private DayFrame(int today, int[][] firstDays) {
        this.today = today;
        this.firstDays = firstDays;
    }

    static DayFrame of(List<ReadingSpec> readings, int today) {
        Map<Window, Integer> known = new HashMap<>();
        int[][] firstDays = new int[readings.size()][];
        for (int r = 0; r < firstDays.length; r++) {
            firstDays[r] = readings.get(r).tiers().stream()
                    .mapToInt(tier -> known.computeIfAbsent(tier.window(), window -> window.firstCounted(today)))
                    .toArray();
        }
        return new DayFrame(today, firstDays);
    }

    int today() {
        return today;
    }

    int[] firstDays(int reading) {
        return firstDays[reading];
    }
}
