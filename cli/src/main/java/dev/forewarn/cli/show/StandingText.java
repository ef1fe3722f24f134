package dev.forewarn.cli.show;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Contribution;
import dev.forewarn.avro.Evidence;
import dev.forewarn.avro.Standing;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

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
                baseline(standing));
        parts(standing, assessment).forEach(this::part);
        lines.add("    %5d  = 得分", "    %5d  = score", standing.getScore());
    }

    private static List<Contribution> parts(Standing standing, Assessment assessment) {
        return assessment.getContributions().stream()
                .filter(part -> part.getDomain().equals(standing.getDomain()))
                .toList();
    }

    private String baseline(Standing standing) {
        String before = standing.getBaselineClass();
        if (before == null) {
            return "";
        }
        return (isChinese ? "，上月 " : ", last month ") + before;
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
