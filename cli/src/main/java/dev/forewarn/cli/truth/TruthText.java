package dev.forewarn.cli.truth;

import java.io.PrintWriter;
import java.util.Locale;

/** The judgement by the truth in a few lines, for the terminal. */
public final class TruthText {

    private final PrintWriter out;

    public TruthText(PrintWriter out) {
        this.out = out;
    }

    public void print(TruthResult result) {
        line("");
        line("By the truth of the city");
        line(
                "Episodes          judged  warned  by chance  classed  alert first  days to lead  days to class  days gained");
        result.groups()
                .forEach(group -> line(
                        "  %-14s %,8d %7s %10s %8s %12s %13s %14s %12s",
                        group.name(),
                        group.count(),
                        percent(group.warned()),
                        percent(group.byChance()),
                        percent(group.classed()),
                        percent(group.alertFirst()),
                        number(group.toLead().median()),
                        number(group.toClass().median()),
                        number(group.gained().median())));
        TruthResult.Leads leads = result.leads();
        line(
                "Leads             %,d; %s opened in an episode of the business; %s of all days were in one",
                leads.count(), percent(leads.inEpisode()), percent(leads.timeInEpisode()));
        line("Classes           business-months   in an episode   visit would find a problem   visited in a month");
        TruthResult.Plan plan = result.plan();
        plan.classes()
                .forEach(share -> line(
                        "  %-14s %,16d %15s %28s %20s",
                        share.name(),
                        share.businessMonths(),
                        percent(share.inEpisode()),
                        percent(share.problem()),
                        percent(share.ratio())));
        line(
                "Plan by class     visits %s a month, %s would find a problem; as many drawn uniformly %s: %.1f times",
                percent(plan.visited()),
                percent(plan.hitRate()),
                percent(plan.uniformRate()),
                plan.hitRate() / plan.uniformRate());
        out.flush();
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f%%", share * 100) : "none";
    }

    static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.0f", value) : "none";
    }
}
