package dev.forewarn.cli.show;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Contribution;
import dev.forewarn.avro.Evidence;
import dev.forewarn.avro.Standing;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** One domain of an assessment: its classes, and every part of its score with the facts behind it. */
final class StandingText {

    private final TextLines lines;
    private final ZoneId zone;
    private final boolean isChinese;

    StandingText(TextLines lines, ZoneId zone, boolean isChinese) {
        this.lines = lines;
        this.zone = zone;
        this.isChinese = isChinese;
    }

    void add(Standing standing, Assessment assessment) {
        lines.add(
                "  %s：%d 分（满分 %d），等级 %s，融合后 %s（%s）%s",
                "  %s: %d of %d, class %s, fused %s (%s)%s",
                standing.getDomain(),
                standing.getScore(),
                standing.getScale(),
                standing.getClass$(),
                standing.getFusedClass(),
                standing.getFusionMode(),
                more(standing));
        List<Contribution> parts = parts(standing, assessment);
        parts.forEach(this::part);
        lines.add("    %5d  = 得分", "    %5d  = score", standing.getScore());
        groups(parts);
        new OutlookText(lines, isChinese).add(standing, assessment);
    }

    private static List<Contribution> parts(Standing standing, Assessment assessment) {
        return assessment.getContributions().stream()
                .filter(part -> part.getDomain().equals(standing.getDomain()))
                .toList();
    }

    private String more(Standing standing) {
        StringBuilder more = new StringBuilder();
        String byScore = standing.getScoreClass();
        if (byScore != null && !byScore.equals(standing.getClass$())) {
            more.append(isChinese ? "；仅按得分为 " : "; by score alone ").append(byScore);
        }
        if (standing.getBaselineClass() != null) {
            more.append(isChinese ? "；上月 " : "; last month ").append(standing.getBaselineClass());
        }
        if (standing.getMonthEndClass() != null) {
            more.append(isChinese ? "；如无新情况月末 " : "; at the month's end, if nothing happens, ")
                    .append(standing.getMonthEndClass());
        }
        return more.toString();
    }

    /** What each heading adds up to, where the catalogue has headings. */
    private void groups(List<Contribution> parts) {
        Map<String, Integer> sums = new TreeMap<>();
        parts.stream()
                .filter(part -> !part.getGroup().isEmpty())
                .forEach(part -> sums.merge(part.getGroup(), part.getContribution(), Integer::sum));
        if (!sums.isEmpty()) {
            StringJoiner text = new StringJoiner(isChinese ? "，" : ", ");
            sums.forEach((group, sum) -> text.add(group + " " + sum));
            lines.add("           分组小计：%s", "           by group: %s", text);
        }
    }

    private void part(Contribution part) {
        lines.add(
                "    %+5d  %-8s %s（读数 %s，%d 分）%s",
                "    %+5d  %-8s %s (reads %s, %d points)%s",
                part.getContribution(),
                part.getIndicator(),
                isChinese ? part.getNameZh() : part.getNameEn(),
                value(part),
                part.getPoints(),
                drop(part));
        for (Evidence evidence : part.getEvidence()) {
            lines.add(
                    "             %s %s，%s，来源 %s%s",
                    "             %s %s of %s, from %s%s",
                    evidence.getType(),
                    evidence.getRecordKey(),
                    evidence.getOccurredAt().atZone(zone).toLocalDate(),
                    evidence.getSource(),
                    revision(evidence));
        }
    }

    private String drop(Contribution part) {
        if (part.getDropsOn() == null) {
            return "";
        }
        return (isChinese ? "；变动日 " : "; changes on ") + part.getDropsOn();
    }

    private String revision(Evidence evidence) {
        if (evidence.getRevision() == 0) {
            return "";
        }
        return (isChinese ? "，修订 " : ", revision ") + evidence.getRevision();
    }

    private String value(Contribution part) {
        Long value = part.getValueE4();
        if (value == null) {
            return isChinese ? "无" : "none";
        }
        return BigDecimal.valueOf(value, 4).stripTrailingZeros().toPlainString();
    }
}
