package dev.forewarn.core.oracle;

import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.indicator.DayView;
import dev.forewarn.core.indicator.Reading;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition that the core cannot look into: whether two numbers together are more than a constant.
 *
 * @param constant scaled by 10⁻⁴
 */
record OpaqueDayCondition(int left, int right, long constant) implements DayCondition.Opaque {

    @Override
    public boolean test(DayView view) {
        announce(view.reading(left), view);
        announce(view.reading(right), view);
        return holds(number(view.reading(left)), number(view.reading(right)));
    }

    @Override
    public Set<Integer> readings() {
        return left == right ? Set.of(left) : Set.of(left, right);
    }

    boolean holds(@Nullable BigDecimal leftNumber, @Nullable BigDecimal rightNumber) {
        return leftNumber != null
                && rightNumber != null
                && leftNumber.add(rightNumber).compareTo(BigDecimal.valueOf(constant, 4)) > 0;
    }

    /** Says that the answer may change whenever the number does. */
    private static void announce(Reading reading, DayView view) {
        view.horizon().on(reading.nextDay());
        if (reading.slope() != 0) {
            view.horizon().on(view.today() + 1);
        }
    }

    private static @Nullable BigDecimal number(Reading reading) {
        return reading.isPresent() ? BigDecimal.valueOf(reading.value(), 4) : null;
    }
}
