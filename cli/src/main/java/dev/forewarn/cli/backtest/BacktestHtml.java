package dev.forewarn.cli.backtest;

import dev.forewarn.cli.html.HtmlWriter;
import dev.forewarn.cli.truth.TruthResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A back-test as one page that needs nothing else, for readers who decide whether to switch a catalogue on. */
final class BacktestHtml {

    private static final List<String> LEVEL_COLOURS = List.of("#b0413e", "#d9822b", "#e3c34a", "#5b8fc7");
    private static final int MONTH_DAYS = 30;
    private static final int MONTHS = 12;

    private final BacktestResult result;
    private final @Nullable Comparison comparison;
    private final @Nullable TruthResult truth;
    private static final String STYLE = """
            .lead { font-size: 1.15rem; max-width: 62em; }
            .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(165px, 1fr)); gap: .8rem; }
            .card { border: 1px solid #c9d3dc; border-top: 4px solid #4c8c5a; padding: .6rem .8rem; border-radius: 4px; }
            .card.bad { border-top-color: #b0413e; }
            .card b { display: block; font-size: 1.5rem; }
            .card span { font-size: .85rem; color: #44535f; }
            .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(420px, 1fr)); gap: 1.2rem; }
            figure { margin: 1rem 0; break-inside: avoid; }
            figcaption { font-size: .85rem; color: #44535f; }
            figcaption i { display: inline-block; width: .9em; height: .9em; margin: 0 .3em 0 .7em; vertical-align: -.1em; }
            svg text { font-size: 12px; fill: #44535f; }
            th { text-align: right; }
            th:first-child, td:first-child { text-align: left; }
            """;

    private final HtmlWriter html = new HtmlWriter();

    BacktestHtml(BacktestResult result, @Nullable Comparison comparison, @Nullable TruthResult truth) {
        this.result = result;
        this.comparison = comparison;
        this.truth = truth;
    }

    /** The whole page. */
    String page() {
        BacktestResult.Run run = result.run();
        html.begin("en", "Back-test " + run.from() + " to " + run.to(), STYLE);
        html.element("h1", "How good would the warnings have been?");
        html.element(
                "p class=\"sub\"",
                "Catalogue " + run.catalogue() + ", tried on what became known day by day; visits and alerts from "
                        + run.from()
                        + " to " + run.to() + ", " + grouped(run.businesses()) + " businesses, " + grouped(run.events())
                        + " events.");
        summary();
        cards();
        order();
        top();
        alerts();
        if (truth != null) {
            new TruthHtml(html).write(truth);
        }
        fairness();
        if (comparison != null) {
            new ComparisonHtml(html).write(result, comparison);
        }
        method();
        return html.end();
    }

    private void summary() {
        BacktestResult.FirstHalf half = result.order().firstHalf();
        BacktestResult.DaysEarlier earlier = result.order().atVisit();
        String verdict = half.atVisit() > half.actual() ? "more" : "less";
        html.element(
                "p class=\"lead\"",
                "If the same visits had been made in the order of the score, " + percent(half.atVisit())
                        + " of the bad outcomes would have been found in the first half of the visits; as they were made it was "
                        + percent(half.actual()) + ": " + verdict
                        + " by the score. On average each bad outcome would have come "
                        + (earlier.mean() >= 0
                                ? number(earlier.mean(), 1) + " days earlier"
                                : number(-earlier.mean(), 1) + " days later")
                        + " (95 % interval " + number(earlier.interval().low(), 1) + " to "
                        + number(earlier.interval().high(), 1) + ").");
    }

    private void cards() {
        BacktestResult.Visits visits = result.visits();
        html.open("div class=\"cards\"");
        card(
                grouped(visits.visits()),
                "visits, of which " + grouped(visits.positives()) + " bad ("
                        + percent((double) visits.positives() / visits.visits()) + ")",
                true);
        card(
                number(visits.auc().value(), 2),
                "AUC: chance that a bad visit had the higher score of two (0.5 is a guess)",
                visits.auc().value() > 0.5);
        card(
                percent(visits.precisionAt().getOrDefault(10, Double.NaN)),
                "of the tenth with the highest scores were bad, "
                        + number(visits.liftAt().getOrDefault(10, Double.NaN), 1) + " times the average",
                visits.liftAt().getOrDefault(10, 0.0) > 1);
        NoiseBar.of(result)
                .forEach(bar -> card(
                        number(bar.value(), 2),
                        bar.name() + " for 1,000 businesses and month; at most " + number(bar.limit(), 1)
                                + " can be worked off",
                        bar.isKept()));
        card(
                percent(result.alerts().warnedShare()),
                "of the bad outcomes had a lead in the year before, half of them "
                        + number(result.alerts().leadDays().median(), 0) + " days or more",
                true);
        html.close("div");
    }

    private void card(String figure, String words, boolean isGood) {
        html.open("div class=\"card" + (isGood ? "" : " bad") + "\"");
        html.element("b", figure);
        html.element("span", words);
        html.close("div");
    }

    private void order() {
        BacktestResult.Curve curve = result.order().curve();
        html.element("h2", "In which order should one visit?");
        html.open("div class=\"two\"");
        html.open("figure");
        html.raw(Svg.curves(
                "share of bad outcomes found",
                "share of the visits made",
                List.of(
                        new Svg.Line("perfect", Svg.GREEN, curve.perfect(), "3 3"),
                        new Svg.Line("random", Svg.GREY, new double[] {0, 1}, "3 3"),
                        new Svg.Line("as made", "#d9822b", curve.actual(), null),
                        new Svg.Line("score at start", Svg.LIGHT, curve.atStart(), null),
                        new Svg.Line("score at visit", Svg.BLUE, curve.atVisit(), null))));
        html.raw("<figcaption>Share of the bad outcomes found: " + key(Svg.BLUE, "by the score before each visit")
                + key(Svg.LIGHT, "by the score on the first day") + key("#d9822b", "as the visits were made")
                + key(Svg.GREEN, "at best") + key(Svg.GREY, "at random") + "</figcaption>");
        html.close("figure");
        html.open("figure");
        List<String> names = new ArrayList<>();
        result.deciles().forEach(decile -> names.add(Integer.toString(decile.number())));
        html.raw(Svg.bars(
                "share of bad visits by tenth",
                "tenths of the visits, the highest scores first",
                names,
                result.deciles().stream()
                        .mapToDouble(BacktestResult.Decile::rate)
                        .toArray(),
                (double) result.visits().positives() / result.visits().visits(),
                true));
        html.raw(
                "<figcaption>Share of bad visits in each tenth; the dashed line is the average. A good score falls from left"
                        + " to right.</figcaption>");
        html.close("figure");
        html.close("div");
        orderTable();
    }

    private void orderTable() {
        BacktestResult.Order order = result.order();
        BacktestResult.FirstHalf half = order.firstHalf();
        html.table(List.of(
                "Order of the visits", "found in the first half", "days earlier, mean", "95 % interval", "median"));
        html.row("as they were made", percent(half.actual()), "0", "", "0");
        html.row("at random", percent(half.random()), number(order.randomMean(), 1), "", "");
        html.row(
                "by the score on the first day",
                percent(half.atStart()),
                number(order.atStart().mean(), 1),
                interval(order.atStart()),
                number(order.atStart().median(), 1));
        html.row(
                "by the score before each visit",
                percent(half.atVisit()),
                number(order.atVisit().mean(), 1),
                interval(order.atVisit()),
                number(order.atVisit().median(), 1));
        html.row("at best", percent(half.perfect()), number(order.perfectMean(), 1), "", "");
        html.endTable();
    }

    private void top() {
        BacktestResult.Visits visits = result.visits();
        html.element("h2", "If one could visit only a part");
        html.table(List.of(
                "highest scores",
                "of these bad",
                "of all bad found",
                "times the average",
                "of those visited before, bad"));
        Figures.PERCENTS.forEach(percent -> html.row(
                percent + " %",
                percent(visits.precisionAt().getOrDefault(percent, Double.NaN)),
                percent(visits.recallAt().getOrDefault(percent, Double.NaN)),
                number(visits.liftAt().getOrDefault(percent, Double.NaN), 1),
                percent(visits.precisionAtWithHistory().getOrDefault(percent, Double.NaN))));
        html.endTable();
        html.element(
                "p",
                "AUC " + auc(visits.auc()) + "; of the " + grouped(visits.known())
                        + " visits to businesses of which something was known " + auc(visits.aucKnown()) + "; of the "
                        + grouped(visits.withHistory()) + " to businesses visited before "
                        + auc(visits.aucWithHistory()) + ".");
    }

    private void alerts() {
        BacktestResult.Alerts alerts = result.alerts();
        html.element("h2", "What would have been raised?");
        html.open("div class=\"two\"");
        html.open("figure");
        List<String> months = new ArrayList<>(alerts.byMonth().keySet());
        html.raw(Svg.stacks(
                "alerts by month",
                "month of the opening",
                months,
                new ArrayList<>(alerts.byMonth().values()),
                LEVEL_COLOURS));
        html.raw("<figcaption>Alerts by month and highest level: " + key(LEVEL_COLOURS.get(0), "red")
                + key(LEVEL_COLOURS.get(1), "orange") + key(LEVEL_COLOURS.get(2), "yellow")
                + key(LEVEL_COLOURS.get(3), "blue") + "</figcaption>");
        html.close("figure");
        html.open("figure");
        html.raw(Svg.bars(
                "lead of bad outcomes",
                "days from the first lead to the bad outcome",
                spans(),
                histogram(alerts.leadDays().values()),
                Double.NaN,
                false));
        html.raw("<figcaption>How early bad outcomes were warned of: "
                + grouped(alerts.leadDays().count()) + " of " + grouped(alerts.outcomes())
                + " had a lead in the year before.</figcaption>");
        html.close("figure");
        html.close("div");
        html.table(List.of("rule", "alerts", "bad outcome within 30 days", "90", "180", "365"));
        alerts.byRule().forEach((rule, count) -> {
            List<String> cells = new ArrayList<>(List.of(rule, grouped(count)));
            AlertFigures.FOLLOWED_WITHIN.forEach(days -> cells.add(percent(
                    alerts.confirmedByRule().getOrDefault(rule, Map.of()).getOrDefault(days, Double.NaN))));
            html.row(cells.toArray(String[]::new));
        });
        html.endTable();
        html.element(
                "p",
                grouped(alerts.lead()) + " leads and " + grouped(alerts.reminder()) + " reminders in "
                        + grouped(alerts.businessMonths())
                        + " business-months. A share counts only alerts that opened long enough before"
                        + " the data end (" + result.run().dataEnd()
                        + "); \"none\" means that there are none. Crossings came "
                        + number(alerts.toMonthEnd().median(), 0)
                        + " days before the month end that would have shown them (median). "
                        + percent(alerts.flapRate()) + " of the alerts opened again within 30 days of their end.");
    }

    private void fairness() {
        if (result.fairness().isEmpty()) {
            return;
        }
        html.element("h2", "Who is flagged, and how rightly?");
        html.element(
                "p",
                "Flagged is the tenth of the visits with the highest scores. Where a group is flagged much more often"
                        + " than its share of bad visits bears out, the rules should be looked at.");
        html.table(List.of("", "group", "visits", "bad", "flagged", "of the flagged bad"));
        result.fairness()
                .forEach(line -> html.row(
                        line.trait(),
                        line.group(),
                        grouped(line.visits()),
                        percent(line.baseRate()),
                        percent(line.flagRate()),
                        percent(line.hitRate())));
        html.endTable();
    }

    private void method() {
        BacktestResult.Run run = result.run();
        html.element("h2", "How it was worked out");
        html.element(
                "p",
                "Visits are events that fulfil \u201c" + run.visitCondition() + "\u201d. A visit is bad if "
                        + (run.withinDays() == 0
                                ? "it fulfils"
                                : "within " + run.withinDays() + " days another event follows that fulfils")
                        + " \u201c" + run.outcomeCondition()
                        + "\u201d. " + undecided()
                        + "The score of a visit is from what was known before its instant. Visits"
                        + " are put into the same calendar in the order of their scores; every day keeps its number of visits (the"
                        + " method of the City of Chicago). Visits of equal score share their places. Intervals: cases drawn anew with"
                        + " replacement. Alerts come from the job's own graph, which knew nothing of what came after the window.");
    }

    private String undecided() {
        int undecided = result.visits().undecided();
        return undecided == 0
                ? ""
                : grouped(undecided) + " visits of the window are left out: the data end ("
                        + result.run().dataEnd() + ") before it is known how they ended. ";
    }

    private static List<String> spans() {
        List<String> names = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            names.add(Integer.toString(month * MONTH_DAYS));
        }
        return names;
    }

    private static double[] histogram(double[] days) {
        double[] counts = new double[MONTHS];
        for (double day : days) {
            counts[Math.min(MONTHS - 1, (int) (day / MONTH_DAYS))]++;
        }
        return counts;
    }

    private static String key(String colour, String words) {
        return "<i style=\"background:" + colour + "\"></i>" + words + " ";
    }

    private static String auc(BacktestResult.Auc auc) {
        return number(auc.value(), 3) + " (" + number(auc.interval().low(), 3) + " to "
                + number(auc.interval().high(), 3) + ")";
    }

    private static String interval(BacktestResult.DaysEarlier days) {
        return number(days.interval().low(), 1) + " to "
                + number(days.interval().high(), 1);
    }

    private static String percent(double share) {
        return BacktestText.percent(share);
    }

    private static String number(double value, int places) {
        return BacktestText.number(value, places);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
