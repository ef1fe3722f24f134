package dev.forewarn.core.oracle;

import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.ReadingSpec;
import java.util.Set;

/** A day as it would be if some measures found nothing; but what the business is stays as it is. */
final class PlainDayWithout extends PlainDay {

    private final PlainDay day;
    private final Set<Integer> without;
    private final PlainFacts nothing;

    /** @param without positions of the measures */
    PlainDayWithout(PlainDay day, Set<Integer> without) {
        super(day.catalogue(), day.facts(), day.today());
        this.day = day;
        this.without = without;
        this.nothing = PlainFacts.nothing(day.catalogue());
    }

    @Override
    PlainReading read(int position, ReadingSpec spec) {
        return without.contains(spec.measure())
                ? new PlainReader(catalogue(), nothing, spec, today(), Long.MAX_VALUE).read()
                : day.reading(position);
    }

    @Override
    long share(Scheme scheme, Indicator indicator) {
        return indicator.isStatic() ? day.share(scheme, indicator) : super.share(scheme, indicator);
    }
}
