package dev.forewarn.cli.truth;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The judgement by the truth for machines: the key {@code truth} of {@code config/schema/backtest.schema.json}. */
public final class TruthJson {

    private static final double PLACES = 1e6;

    private TruthJson() {}

    public static Map<String, @Nullable Object> of(TruthResult result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("episodes", result.groups().stream().map(TruthJson::episodes).toList());
        Map<String, @Nullable Object> leads = new LinkedHashMap<>();
        leads.put("count", result.leads().count());
        leads.put("in_episode", number(result.leads().inEpisode()));
        leads.put("time_in_episode", number(result.leads().timeInEpisode()));
        json.put("leads", leads);
        TruthResult.Plan found = result.plan();
        Map<String, @Nullable Object> plan = new LinkedHashMap<>();
        plan.put("classes", found.classes().stream().map(TruthJson::share).toList());
        plan.put("visited", number(found.visited()));
        plan.put("hit_rate", number(found.hitRate()));
        plan.put("uniform_rate", number(found.uniformRate()));
        json.put("plan", plan);
        return json;
    }

    private static Map<String, @Nullable Object> episodes(TruthResult.Episodes group) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("group", group.name());
        json.put("count", group.count());
        json.put("warned", number(group.warned()));
        json.put("by_chance", number(group.byChance()));
        json.put("standing", number(group.standing()));
        json.put("classed", number(group.classed()));
        json.put("alert_first", number(group.alertFirst()));
        json.put("days_to_lead", days(group.toLead()));
        json.put("days_to_class", days(group.toClass()));
        json.put("days_gained", days(group.gained()));
        return json;
    }

    private static Map<String, @Nullable Object> days(TruthResult.Days days) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("count", days.count());
        json.put("median", number(days.median()));
        json.put("p10", number(days.p10()));
        json.put("p90", number(days.p90()));
        return json;
    }

    private static Map<String, @Nullable Object> share(TruthResult.ClassShare share) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("class", share.name());
        json.put("business_months", share.businessMonths());
        json.put("ratio", number(share.ratio()));
        json.put("in_episode", number(share.inEpisode()));
        json.put("problem", number(share.problem()));
        return json;
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? Math.round(value * PLACES) / PLACES : null;
    }
}
