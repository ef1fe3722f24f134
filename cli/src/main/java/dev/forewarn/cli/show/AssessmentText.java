package dev.forewarn.cli.show;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.OpenAlert;
import dev.forewarn.avro.StaleSource;
import dev.forewarn.avro.Standing;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An assessment written out for a terminal, so that an analyst can follow the number, and defend it. */
public final class AssessmentText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;
    private final boolean isChinese;

    /**
     * @param zone of instants and days that are shown
     * @param isChinese whether names and labels are Chinese, else English
     */
    public AssessmentText(ZoneId zone, boolean isChinese) {
        this.zone = zone;
        this.isChinese = isChinese;
    }

    /** Several lines. */
    public String of(Assessment assessment) {
        TextLines lines = new TextLines(isChinese);
        head(lines, assessment);
        for (Standing standing : assessment.getStandings()) {
            lines.blank();
            new StandingText(lines, zone, isChinese).add(standing, assessment);
        }
        alerts(lines, assessment);
        sources(lines, assessment);
        lines.blank();
        if (assessment.getNextChange() != null) {
            lines.add("  %s 起仅因时间推移即可能变化", "  time alone may change this from %s", assessment.getNextChange());
        }
        if (assessment.getTruncated()) {
            lines.add("  （已删节：全部解释超出一条消息的大小）", "  (shortened: the whole explanation was too large for one message)");
        }
        lines.add("  %s", "  %s", isChinese ? assessment.getTextZh() : assessment.getTextEn());
        return lines.toString();
    }

    private void head(TextLines lines, Assessment assessment) {
        lines.add(
                "%s  %s",
                "%s  %s",
                assessment.getEntityId(),
                or(assessment.getEntityName(), isChinese ? "（未登记）" : "(not registered)"));
        lines.add(
                "  类型 %s，区划 %s，网格 %s，状态 %s",
                "  kind %s, division %s, grid %s, status %s",
                or(assessment.getEntityKind(), "-"),
                or(assessment.getDivision(), "-"),
                or(assessment.getGrid(), "-"),
                or(assessment.getStatus(), "-"));
        if (Boolean.FALSE.equals(assessment.getCodeValid())) {
            lines.add(
                    "  注意：代码未通过 GB 32100 校验，仍照常计分",
                    "  note: the code fails the check digit of GB 32100; it is scored all the same");
        }
        lines.add(
                "  截至 %s，评估日 %s，规则集 %s",
                "  as of %s, day %s, catalogue %s",
                TIME.format(assessment.getAt().atZone(zone)),
                assessment.getDay(),
                assessment.getCatalogueVersion());
        lines.add(
                "  最差等级 %s；留存事实 %d 件%s",
                "  worst class %s; %d facts kept%s",
                assessment.getHeadlineClass(),
                assessment.getFacts(),
                saturation(assessment));
    }

    private String saturation(Assessment assessment) {
        if (!assessment.getSaturated()) {
            return "";
        }
        return isChinese ? "（已满：较早事实已舍去）" : " (saturated: old facts were dropped)";
    }

    private static void alerts(TextLines lines, Assessment assessment) {
        if (assessment.getOpenAlerts().isEmpty()) {
            return;
        }
        lines.blank();
        lines.add("  未解除预警", "  open alerts");
        for (OpenAlert alert : assessment.getOpenAlerts()) {
            lines.add(
                    "    %-6s %s %s", "    %-6s %s %s", alert.getLevel(), alert.getRule(), or(alert.getSubject(), ""));
        }
    }

    /** What a silent source would have brought is missing from all that stands above. */
    private void sources(TextLines lines, Assessment assessment) {
        if (assessment.getSources().isEmpty()) {
            return;
        }
        lines.blank();
        lines.add("  数据源静默（其后的事实未知）", "  silent sources (what they did not send is not known)");
        for (StaleSource source : assessment.getSources()) {
            LocalDate newest = source.getNewestDay();
            lines.add(
                    "    %s（%s）自 %s 起静默，最近一次收到 %s",
                    "    %s (%s) since %s, last heard %s",
                    isChinese ? source.getNameZh() : source.getNameEn(),
                    source.getSource(),
                    source.getSilentSince(),
                    newest == null ? (isChinese ? "从未" : "never") : newest);
        }
    }

    private static String or(@Nullable String text, String other) {
        return text == null || text.isEmpty() ? other : text;
    }
}
