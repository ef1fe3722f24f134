package dev.forewarn.cli.backtest;

import java.util.List;

/**
 * How many alerts a bureau can bear: a city can visit about 87 businesses a working day.
 *
 * @param name what is counted
 * @param limit most for 1,000 businesses and month
 */
record NoiseBar(String name, double limit, double value) {

    private static final double LEADS = 5;
    private static final double REDS = 0.5;

    static List<NoiseBar> of(BacktestResult result) {
        return List.of(
                new NoiseBar("leads", LEADS, result.alerts().perThousandMonth()),
                new NoiseBar("reds", REDS, result.alerts().redPerThousandMonth()));
    }

    boolean isKept() {
        return value <= limit;
    }
}
