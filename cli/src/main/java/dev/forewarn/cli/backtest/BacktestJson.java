package dev.forewarn.cli.backtest;

import dev.forewarn.cli.statistics.Bootstrap;
import dev.forewarn.cli.truth.TruthJson;
import dev.forewarn.cli.truth.TruthResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A back-test for machines: the keys of {@code config/schema/backtest.schema.json}, null where there is no figure. */
final class BacktestJson {

    private static final double PLACES = 1e6;

    private BacktestJson() {}

    static Map<String, @Nullable Object> of(
            BacktestResult result, @Nullable Comparison comparison, @Nullable TruthResult truth) {
        Map<String, @Nullable Object> json = members();
        run(json, result.run());
        visits(json, result.visits());
        order(json, result.order());
        json.put("alerts", alerts(result.alerts()));
        json.put("lead_days", spread(result.alerts().leadDays()));
        json.put("deciles", result.deciles().stream().map(BacktestJson::decile).toList());
        json.put(
                "fairness",
                result.fairness().stream().map(BacktestJson::fairness).toList());
        List<Map<String, @Nullable Object>> bars = new ArrayList<>();
        NoiseBar.of(result).forEach(bar -> bars.add(bar(bar)));
        json.put("noise_bars", bars);
        if (comparison != null) {
            json.put("against", against(comparison));
        }
        if (truth != null) {
            json.put("truth", TruthJson.of(truth));
        }
        return json;
    }

    private static void run(Map<String, @Nullable Object> json, BacktestResult.Run run) {
        Map<String, @Nullable Object> of = members();
        of.put("catalogue", run.catalogue());
        of.put("from", run.from());
        of.put("to", run.to());
        of.put("data_end", run.dataEnd());
        of.put("visits", run.visitCondition());
        of.put("outcome", run.outcomeCondition());
        of.put("within_days", run.withinDays());
        of.put("events", run.events());
        of.put("businesses", run.businesses());
        json.put("run", of);
    }

    private static void visits(Map<String, @Nullable Object> json, BacktestResult.Visits visits) {
        json.put("visits", visits.visits());
        json.put("positives", visits.positives());
        json.put("undecided", visits.undecided());
        json.put("auc", number(visits.auc().value()));
        json.put("auc_interval", interval(visits.auc().interval()));
        json.put("auc_at_start", number(visits.aucAtStart()));
        json.put("known", group(visits.known(), visits.aucKnown()));
        Map<String, @Nullable Object> history = group(visits.withHistory(), visits.aucWithHistory());
        history.put("precision_at", byNumber(visits.precisionAtWithHistory()));
        json.put("with_history", history);
        json.put("precision_at", byNumber(visits.precisionAt()));
        json.put("recall_at", byNumber(visits.recallAt()));
        json.put("lift_at", byNumber(visits.liftAt()));
    }

    private static Map<String, @Nullable Object> group(int count, BacktestResult.Auc auc) {
        Map<String, @Nullable Object> json = members();
        json.put("visits", count);
        json.put("auc", number(auc.value()));
        json.put("auc_interval", interval(auc.interval()));
        return json;
    }

    private static void order(Map<String, @Nullable Object> json, BacktestResult.Order order) {
        BacktestResult.FirstHalf half = order.firstHalf();
        Map<String, @Nullable Object> first = members();
        first.put("actual", number(half.actual()));
        first.put("random", number(half.random()));
        first.put("score_at_visit", number(half.atVisit()));
        first.put("score_at_visit_interval", interval(half.atVisitInterval()));
        first.put("score_at_start", number(half.atStart()));
        first.put("score_at_start_interval", interval(half.atStartInterval()));
        first.put("perfect", number(half.perfect()));
        json.put("first_half", first);
        Map<String, @Nullable Object> earlier = days(order.atVisit());
        earlier.put("at_start", days(order.atStart()));
        earlier.put("random_mean", number(order.randomMean()));
        earlier.put("perfect_mean", number(order.perfectMean()));
        json.put("days_earlier", earlier);
    }

    private static Map<String, @Nullable Object> days(BacktestResult.DaysEarlier days) {
        Map<String, @Nullable Object> json = members();
        json.put("mean", number(days.mean()));
        json.put("median", number(days.median()));
        json.put("ci_low", number(days.interval().low()));
        json.put("ci_high", number(days.interval().high()));
        return json;
    }

    private static Map<String, @Nullable Object> alerts(BacktestResult.Alerts alerts) {
        Map<String, @Nullable Object> json = members();
        json.put("lead", alerts.lead());
        json.put("reminder", alerts.reminder());
        json.put("business_months", alerts.businessMonths());
        json.put("per_1000_month", number(alerts.perThousandMonth()));
        json.put("red_per_1000_month", number(alerts.redPerThousandMonth()));
        json.put("reminders_per_1000_month", number(alerts.remindersPerThousandMonth()));
        json.put("by_level", alerts.byLevel());
        json.put("by_rule", alerts.byRule());
        alerts.confirmed().forEach((days, share) -> json.put("confirmed_" + days + "d", number(share)));
        Map<String, @Nullable Object> rules = members();
        alerts.confirmedByRule().forEach((rule, shares) -> rules.put(rule, byNumber(shares)));
        json.put("confirmed_by_rule", rules);
        json.put("outcomes", alerts.outcomes());
        json.put("warned_share", number(alerts.warnedShare()));
        json.put("days_to_month_end", spread(alerts.toMonthEnd()));
        json.put("flap_rate", number(alerts.flapRate()));
        return json;
    }

    private static Map<String, @Nullable Object> spread(BacktestResult.Spread spread) {
        Map<String, @Nullable Object> json = members();
        json.put("count", spread.count());
        json.put("median", number(spread.median()));
        json.put("p10", number(spread.p10()));
        json.put("p90", number(spread.p90()));
        return json;
    }

    private static Map<String, @Nullable Object> decile(BacktestResult.Decile decile) {
        Map<String, @Nullable Object> json = members();
        json.put("decile", decile.number());
        json.put("visits", number(decile.visits()));
        json.put("positives", number(decile.positives()));
        json.put("rate", number(decile.rate()));
        return json;
    }

    private static Map<String, @Nullable Object> fairness(BacktestResult.Fairness line) {
        Map<String, @Nullable Object> json = members();
        json.put("trait", line.trait());
        json.put("group", line.group());
        json.put("visits", line.visits());
        json.put("base_rate", number(line.baseRate()));
        json.put("flagged", line.flagged());
        json.put("flag_rate", number(line.flagRate()));
        json.put("hit_rate", number(line.hitRate()));
        return json;
    }

    private static Map<String, @Nullable Object> bar(NoiseBar bar) {
        Map<String, @Nullable Object> json = members();
        json.put("name", bar.name());
        json.put("limit", bar.limit());
        json.put("value", number(bar.value()));
        json.put("kept", bar.isKept());
        return json;
    }

    private static Map<String, @Nullable Object> against(Comparison comparison) {
        Map<String, @Nullable Object> json = members();
        json.put("catalogue", comparison.otherCatalogue());
        json.put("gained", comparison.gained().stream().map(BacktestJson::moved).toList());
        json.put("lost", comparison.lost().stream().map(BacktestJson::moved).toList());
        json.put(
                "earlier",
                comparison.earlier().stream().map(BacktestJson::moved).toList());
        json.put("later", comparison.later().stream().map(BacktestJson::moved).toList());
        json.put("same", comparison.same());
        json.put(
                "classes",
                comparison.classes().stream().map(BacktestJson::classChange).toList());
        json.put("other", of(comparison.other(), null, null));
        return json;
    }

    private static Map<String, @Nullable Object> moved(Comparison.Moved moved) {
        Map<String, @Nullable Object> json = members();
        json.put("entity_id", moved.entityId());
        json.put("name", moved.name());
        json.put("rule", moved.rule());
        json.put("subject", moved.subject());
        json.put("opened", moved.opened().toString());
        json.put("days", moved.days());
        return json;
    }

    private static Map<String, @Nullable Object> classChange(Comparison.ClassChange change) {
        Map<String, @Nullable Object> json = members();
        json.put("entity_id", change.entityId());
        json.put("name", change.name());
        json.put("from", change.from());
        json.put("to", change.to());
        return json;
    }

    private static Map<String, @Nullable Object> byNumber(Map<Integer, Double> figures) {
        Map<String, @Nullable Object> json = members();
        figures.forEach((key, value) -> json.put(Integer.toString(key), number(value)));
        return json;
    }

    private static List<@Nullable Double> interval(Bootstrap.Interval interval) {
        List<@Nullable Double> ends = new ArrayList<>();
        ends.add(number(interval.low()));
        ends.add(number(interval.high()));
        return ends;
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? Math.round(value * PLACES) / PLACES : null;
    }

    private static Map<String, @Nullable Object> members() {
        return new LinkedHashMap<>();
    }
}
