package dev.forewarn.cli.backtest;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A back-test in a few lines, for the terminal. */
final class BacktestText {

    private final PrintWriter out;

    BacktestText(PrintWriter out) {
        this.out = out;
    }

    void print(BacktestResult result, @Nullable Comparison comparison) {
        BacktestResult.Run run = result.run();
        BacktestResult.Visits visits = result.visits();
        line("Catalogue %s, visits from %s to %s", run.catalogue(), run.from(), run.to());
        line("%,d events of %,d businesses; the graph took %.0f s", run.events(), run.businesses(), run.graphSeconds());
        line("");
        line(
                "Visits            %,d, of which %,d bad (%s)",
                visits.visits(), visits.positives(), percent((double) visits.positives() / visits.visits()));
        if (visits.undecided() > 0) {
            line(
                    "  left out        %,d: the data end (%s) less than %,d days after them",
                    visits.undecided(), run.dataEnd(), run.withinDays());
        }
        line("AUC               %s", auc(visits.auc()));
        line("  known before    %s of %,d visits", auc(visits.aucKnown()), visits.known());
        line("  visited before  %s of %,d visits", auc(visits.aucWithHistory()), visits.withHistory());
        line("  scores at start %s", number(visits.aucAtStart(), 3));
        for (int top : Figures.PERCENTS) {
            line(
                    "Top %2d %%          precision %s, recall %s, lift %s",
                    top,
                    percent(visits.precisionAt().getOrDefault(top, Double.NaN)),
                    percent(visits.recallAt().getOrDefault(top, Double.NaN)),
                    number(visits.liftAt().getOrDefault(top, Double.NaN), 1));
        }
        order(result.order());
        alerts(result);
        if (comparison != null) {
            line("");
            line(
                    "Against %s: %,d alerts gained, %,d lost, %,d earlier, %,d later, %,d on the same day; %,d businesses in"
                            + " another class",
                    comparison.otherCatalogue(),
                    comparison.gained().size(),
                    comparison.lost().size(),
                    comparison.earlier().size(),
                    comparison.later().size(),
                    comparison.same(),
                    comparison.classes().size());
        }
        out.flush();
    }

    private void order(BacktestResult.Order order) {
        BacktestResult.FirstHalf half = order.firstHalf();
        line(
                "First half        %s by score at the visit, %s by score at the start; %s as it was, 50%% at random, %s at best",
                percent(half.atVisit()), percent(half.atStart()), percent(half.actual()), percent(half.perfect()));
        line(
                "Days earlier      mean %s (%s to %s), median %s; by score at the start mean %s (%s to %s); at best %s",
                number(order.atVisit().mean(), 1),
                number(order.atVisit().interval().low(), 1),
                number(order.atVisit().interval().high(), 1),
                number(order.atVisit().median(), 1),
                number(order.atStart().mean(), 1),
                number(order.atStart().interval().low(), 1),
                number(order.atStart().interval().high(), 1),
                number(order.perfectMean(), 1));
    }

    private void alerts(BacktestResult result) {
        BacktestResult.Alerts alerts = result.alerts();
        line("");
        line(
                "Alerts            %,d leads, %,d reminders; %s by rule %s",
                alerts.lead(), alerts.reminder(), alerts.byLevel(), alerts.byRule());
        NoiseBar.of(result)
                .forEach(bar -> line(
                        "  %-6s          %s for 1,000 businesses and month, at most %s: %s",
                        bar.name(),
                        number(bar.value(), 2),
                        number(bar.limit(), 1),
                        bar.isKept() ? "kept" : "too many"));
        alerts.confirmed()
                .forEach((days, share) ->
                        line("  within %3d days %s of the leads were followed by a bad outcome", days, percent(share)));
        line(
                "  warned          %s of %,d bad outcomes had a lead in the year before; lead median %s days (10 %%: %s, 90 %%: %s)",
                percent(alerts.warnedShare()),
                alerts.outcomes(),
                number(alerts.leadDays().median(), 0),
                number(alerts.leadDays().p10(), 0),
                number(alerts.leadDays().p90(), 0));
        line(
                "  to month end    median %s days; flap rate %s",
                number(alerts.toMonthEnd().median(), 0), percent(alerts.flapRate()));
    }

    private void line(String format, @Nullable Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    private static String auc(BacktestResult.Auc auc) {
        return number(auc.value(), 3) + " (" + number(auc.interval().low(), 3) + " to "
                + number(auc.interval().high(), 3) + ")";
    }

    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f%%", share * 100) : "none";
    }

    static String number(double value, int places) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + places + "f", value) : "none";
    }
}
