package dev.forewarn.cli.backtest;

import dev.forewarn.cli.html.HtmlWriter;
import java.util.List;
import java.util.Locale;

/** The part of a report that holds one catalogue to another, by name. */
final class ComparisonHtml {

    private static final int LINES = 200;
    private static final int DAY_CHARS = 10;

    private final HtmlWriter html;

    ComparisonHtml(HtmlWriter html) {
        this.html = html;
    }

    void write(BacktestResult mine, Comparison comparison) {
        html.element("h2", "Against catalogue " + comparison.otherCatalogue());
        html.table(List.of("", "this", "other"));
        BacktestResult theirs = comparison.other();
        html.row(
                "found in the first half",
                BacktestText.percent(mine.order().firstHalf().atVisit()),
                BacktestText.percent(theirs.order().firstHalf().atVisit()));
        html.row(
                "AUC",
                BacktestText.number(mine.visits().auc().value(), 3),
                BacktestText.number(theirs.visits().auc().value(), 3));
        html.row(
                "leads for 1,000 businesses and month",
                BacktestText.number(mine.alerts().perThousandMonth(), 2),
                BacktestText.number(theirs.alerts().perThousandMonth(), 2));
        html.endTable();
        html.element(
                "p", String.format(Locale.ROOT, "%,d alerts opened on the same day under both.", comparison.same()));
        moved("Gained", "", comparison.gained());
        moved("Lost", "", comparison.lost());
        moved("Earlier", "days earlier", comparison.earlier());
        moved("Later", "days later", comparison.later());
        classes(comparison.classes());
    }

    private void moved(String title, String days, List<Comparison.Moved> alerts) {
        html.element("h3", title(title, alerts.size()));
        if (alerts.isEmpty()) {
            return;
        }
        html.table(List.of("business", "name", "rule", "subject", "opened", days));
        alerts.stream()
                .limit(LINES)
                .forEach(alert -> html.row(
                        alert.entityId(),
                        alert.name(),
                        alert.rule(),
                        alert.subject(),
                        alert.opened().toString().substring(0, DAY_CHARS),
                        alert.days() == 0 ? "" : Long.toString(alert.days())));
        html.endTable();
    }

    private void classes(List<Comparison.ClassChange> changes) {
        html.element("h3", title("In another class at the last month end", changes.size()));
        if (changes.isEmpty()) {
            return;
        }
        html.table(List.of("business", "name", "under the other", "under this"));
        changes.stream()
                .limit(LINES)
                .forEach(change -> html.row(change.entityId(), change.name(), change.from(), change.to()));
        html.endTable();
    }

    private static String title(String words, int count) {
        String some = count > LINES ? "; the first " + LINES + ", all of them in the JSON" : "";
        return String.format(Locale.ROOT, "%s: %,d%s", words, count, some);
    }
}
