package dev.forewarn.cli.show;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Change;
import dev.forewarn.avro.DirectRule;
import dev.forewarn.avro.ForecastStep;
import dev.forewarn.avro.Standing;
import dev.forewarn.avro.WayDown;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * What surrounds the score of one domain: direct rules, other modes of fusion, what changed, what comes, what would
 * help.
 */
final class OutlookText {

    private final TextLines lines;
    private final boolean isChinese;

    OutlookText(TextLines lines, boolean isChinese) {
        this.lines = lines;
        this.isChinese = isChinese;
    }

    void add(Standing standing, Assessment assessment) {
        String domain = standing.getDomain();
        assessment.getDirectRules().stream()
                .filter(rule -> rule.getDomain().equals(domain))
                .forEach(this::direct);
        modes(standing);
        assessment.getChanges().stream()
                .filter(change -> change.getDomain().equals(domain))
                .forEach(this::change);
        assessment.getForecast().stream()
                .filter(step -> step.getDomain().equals(domain))
                .forEach(this::forecast);
        assessment.getWaysDown().stream()
                .filter(way -> way.getDomain().equals(domain))
                .forEach(this::wayDown);
    }

    private void direct(DirectRule rule) {
        lines.add(
                "    直接判定 %s %s：%s%s",
                "    direct rule %s %s: %s%s",
                rule.getRule(),
                isChinese ? rule.getNameZh() : rule.getNameEn(),
                rule.getEffect(),
                rule.getBasis().isEmpty() ? "" : " (" + rule.getBasis() + ")");
    }

    private void modes(Standing standing) {
        Map<String, String> others = new TreeMap<>(standing.getFusedByMode());
        others.remove(standing.getFusionMode());
        if (!others.isEmpty()) {
            StringJoiner text = new StringJoiner(isChinese ? "，" : ", ");
            others.forEach((mode, label) -> text.add(mode + " " + label));
            lines.add("    其他融合方式：%s", "    by other modes of fusion: %s", text);
        }
    }

    private void change(Change change) {
        lines.add(
                "    较上月 %s：%d → %d",
                "    since last month %s: %d → %d", change.getIndicator(), change.getBefore(), change.getNow());
    }

    private void forecast(ForecastStep step) {
        lines.add(
                "    如无新情况，%s 起为 %s 类（%d 分）：%s",
                "    if nothing happens, class %2$s from %1$s (%3$d points): %4$s",
                step.getDay(),
                step.getClass$(),
                step.getScore(),
                String.join(", ", step.getBecause()));
    }

    private void wayDown(WayDown way) {
        lines.add(
                "    若无 %s，则为 %s 类",
                "    without %s it would be class %s", String.join(", ", way.getIds()), way.getClass$());
    }
}
