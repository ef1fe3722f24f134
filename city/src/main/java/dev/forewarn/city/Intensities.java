package dev.forewarn.city;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How often each kind of business meets what happens by chance: the rates, shared out so that the whole city has them
 * on the average.
 */
final class Intensities {

    /** Of all businesses; of these nothing is heard but what the register and the yearly report say. Proposed. */
    static final double SILENT = 0.25;

    private static final int DAYS = 365;

    private final Map<Trade, Map<Size, Map<Group, Chances>>> byKind = new EnumMap<>(Trade.class);

    /** What of one group can happen to one kind of business, and how often. */
    static final class Chances {

        private final List<Rate> rates;
        private final double[] cumulated;

        private Chances(List<Rate> rates, double[] cumulated) {
            this.rates = List.copyOf(rates);
            this.cumulated = cumulated;
        }

        /** How often anything of it happens a day at the peak of all seasons, to a business without trouble. */
        double perDay() {
            return cumulated.length == 0 ? 0 : cumulated[cumulated.length - 1];
        }

        Rate pick(Dice dice) {
            return rates.get(dice.pick(cumulated));
        }
    }

    Intensities() {
        Map<Rate, Double> calm = new EnumMap<>(Rate.class);
        for (Rate rate : Rate.values()) {
            calm.put(rate, perDayOfCalm(rate));
        }
        for (Trade trade : Trade.values()) {
            Map<Size, Map<Group, Chances>> bySize = new EnumMap<>(Size.class);
            for (Size size : Size.values()) {
                Map<Group, Chances> byGroup = new EnumMap<>(Group.class);
                for (Group group : Group.values()) {
                    byGroup.put(group, chances(trade, size, group, calm));
                }
                bySize.put(size, byGroup);
            }
            byKind.put(trade, bySize);
        }
    }

    /** How often it happens a day to a business of weight 1 that is awake and has no trouble. */
    private static double perDayOfCalm(Rate rate) {
        double weight = 0;
        double trades = 0;
        for (Trade trade : Trade.values()) {
            trades += trade.share();
            for (Size size : Size.values()) {
                weight += trade.share() * size.share() * rate.weight(trade, size);
            }
        }
        double perYear = rate.perThousand() / 1_000;
        return perYear / DAYS * trades / (weight * (1 - SILENT) * Episode.meanTrouble(rate.group()));
    }

    private static Chances chances(Trade trade, Size size, Group group, Map<Rate, Double> calm) {
        List<Rate> rates = new ArrayList<>();
        List<Double> sums = new ArrayList<>();
        double sum = 0;
        for (Map.Entry<Rate, Double> entry : calm.entrySet()) {
            Rate rate = entry.getKey();
            double own = entry.getValue() * rate.weight(trade, size) * Season.PEAK;
            if (rate.group() == group && own > 0) {
                sum += own;
                rates.add(rate);
                sums.add(sum);
            }
        }
        return new Chances(rates, sums.stream().mapToDouble(Double::doubleValue).toArray());
    }

    Chances of(Trade trade, Size size, Group group) {
        Map<Size, Map<Group, Chances>> bySize = byKind.get(trade);
        Map<Group, Chances> byGroup = bySize == null ? null : bySize.get(size);
        Chances chances = byGroup == null ? null : byGroup.get(group);
        if (chances == null) {
            throw new IllegalStateException("the table holds every kind of business; got none for " + trade);
        }
        return chances;
    }
}
