package dev.forewarn.cli.backtest;

import org.jspecify.annotations.Nullable;

final class BacktestHtml {
    BacktestHtml(BacktestResult result, @Nullable Comparison comparison) {}
    String page() { return ""; }
}
