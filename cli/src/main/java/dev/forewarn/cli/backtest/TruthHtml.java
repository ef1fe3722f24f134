package dev.forewarn.cli.backtest;

import dev.forewarn.cli.html.HtmlWriter;
import dev.forewarn.cli.truth.TruthResult;
import java.util.List;
import java.util.Locale;

/** The part of a report that judges by the truth of a simulated city. */
final class TruthHtml {

    private final HtmlWriter html;

    TruthHtml(HtmlWriter html) {
        this.html = html;
    }

    void write(TruthResult truth) {
        html.element("h2", "By the truth of the simulated city");
        TruthResult.Episodes all = truth.groups().get(0);
        html.element(
                "p",
                String.format(Locale.ROOT, "%,d businesses began to deteriorate", all.count())
                        + " in the window and long enough before its end. " + percent(all.warned())
                        + " of them were warned of while it lasted (leads that come as to healthy businesses: "
                        + percent(all.byChance()) + "), half within " + days(all.toLead())
                        + " days; the monthly class got worse in "
                        + percent(all.classed()) + ", half within " + days(all.toClass())
                        + " days. Where either spoke, the alert was first in " + percent(all.alertFirst()) + ".");
        episodes(truth.groups());
        TruthResult.Leads leads = truth.leads();
        html.element(
                "p",
                String.format(Locale.ROOT, "Of %,d leads ", leads.count()) + percent(leads.inEpisode())
                        + " opened while the business was in an episode; blind ones would do so in "
                        + percent(leads.timeInEpisode()) + ".");
        plan(truth.plan());
    }

    private void episodes(List<TruthResult.Episodes> groups) {
        html.table(List.of(
                "Episodes",
                "judged",
                "warned",
                "by chance",
                "class got worse",
                "alert first",
                "days to the lead",
                "days to the class",
                "days gained"));
        groups.forEach(group -> html.row(
                group.name(),
                String.format(Locale.ROOT, "%,d", group.count()),
                percent(group.warned()),
                percent(group.byChance()),
                percent(group.classed()),
                percent(group.alertFirst()),
                days(group.toLead()),
                days(group.toClass()),
                days(group.gained())));
        html.endTable();
    }

    private void plan(TruthResult.Plan plan) {
        html.open("div class=\"two\"");
        html.open("figure");
        html.raw(Svg.bars(
                "share of visits that would find a problem",
                "class at the month end",
                plan.classes().stream().map(TruthResult.ClassShare::name).toList(),
                plan.classes().stream()
                        .mapToDouble(TruthResult.ClassShare::problem)
                        .toArray(),
                plan.uniformRate(),
                true));
        html.raw("<figcaption>Share of visits that would find a problem, by class; the dashed line is a uniform draw."
                + "</figcaption>");
        html.close("figure");
        html.open("div");
        html.table(List.of("class", "business-months", "in an episode", "would find a problem", "visited a month"));
        plan.classes()
                .forEach(share -> html.row(
                        share.name(),
                        String.format(Locale.ROOT, "%,d", share.businessMonths()),
                        percent(share.inEpisode()),
                        percent(share.problem()),
                        percent(share.ratio())));
        html.endTable();
        html.element(
                "p",
                "A plan by class visits " + percent(plan.visited())
                        + " of the businesses a month and would find a problem at "
                        + percent(plan.hitRate()) + " of its visits; as many drawn uniformly at "
                        + percent(plan.uniformRate()) + ".");
        html.close("div");
        html.close("div");
    }

    private static String percent(double share) {
        return BacktestText.percent(share);
    }

    private static String days(TruthResult.Days days) {
        return BacktestText.number(days.median(), 0);
    }
}
