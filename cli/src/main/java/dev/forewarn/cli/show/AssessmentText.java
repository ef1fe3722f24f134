package dev.forewarn.cli.show;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Contribution;
import dev.forewarn.avro.Evidence;
import dev.forewarn.avro.OpenAlert;
import dev.forewarn.avro.Standing;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An assessment written out for a terminal, so that an analyst can follow the number. */
public final class AssessmentText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;
    private final boolean isChinese;

    public AssessmentText(ZoneId zone, boolean isChinese) {
        this.zone = zone;
        this.isChinese = isChinese;
    }

    public String of(Assessment assessment) {
        StringBuilder text = new StringBuilder();
        line(text, "%s  %s", assessment.getEntityId(), or(assessment.getEntityName(), "(not registered)"));
        line(
                text,
                "  kind %s, division %s, grid %s, status %s",
                or(assessment.getEntityKind(), "-"),
                or(assessment.getDivision(), "-"),
                or(assessment.getGrid(), "-"),
                or(assessment.getStatus(), "-"));
        if (Boolean.FALSE.equals(assessment.getCodeValid())) {
            line(text, "  note: the code fails the check digit of GB 32100; it is scored all the same");
        }
        line(
                text,
                "  as of %s, day %s, catalogue %s",
                TIME.format(assessment.getAt().atZone(zone)),
                assessment.getDay(),
                assessment.getCatalogueVersion());
        line(
                text,
                "  worst class %s; %d facts kept%s",
                assessment.getHeadlineClass(),
                assessment.getFacts(),
                assessment.getSaturated() ? " (saturated: old facts were dropped)" : "");
        for (Standing standing : assessment.getStandings()) {
            standing(text, assessment, standing);
        }
        for (OpenAlert alert : assessment.getOpenAlerts()) {
            line(text, "%n  open alert %s %s %s", alert.getLevel(), alert.getRule(), or(alert.getSubject(), ""));
        }
        if (assessment.getNextChange() != null) {
            line(text, "%n  time alone may change this from %s", assessment.getNextChange());
        }
        if (assessment.getTruncated()) {
            line(text, "  (shortened: the whole explanation was too large for one message)");
        }
        line(text, "%n  %s", isChinese ? assessment.getTextZh() : assessment.getTextEn());
        return text.toString();
    }

    private void standing(StringBuilder text, Assessment assessment, Standing standing) {
        line(
                text,
                "%n  %s: %d of %d, class %s, fused %s (%s)%s",
                standing.getDomain(),
                standing.getScore(),
                standing.getScale(),
                standing.getClass$(),
                standing.getFusedClass(),
                standing.getFusionMode(),
                standing.getBaselineClass() == null ? "" : ", last month " + standing.getBaselineClass());
        for (Contribution contribution : assessment.getContributions()) {
            if (contribution.getDomain().equals(standing.getDomain())) {
                line(
                        text,
                        "    %+5d  %-8s %s%s%s",
                        contribution.getContribution(),
                        contribution.getIndicator(),
                        isChinese ? contribution.getNameZh() : contribution.getNameEn(),
                        value(contribution),
                        contribution.getDropsOn() == null ? "" : "; changes on " + contribution.getDropsOn());
                for (Evidence evidence : contribution.getEvidence()) {
                    line(
                            text,
                            "             %s %s of %s, from %s",
                            evidence.getType(),
                            evidence.getRecordKey(),
                            evidence.getOccurredAt().atZone(zone).toLocalDate(),
                            evidence.getSource());
                }
            }
        }
        line(text, "    %5d  = score", standing.getScore());
    }

    private static String value(Contribution contribution) {
        Long value = contribution.getValueE4();
        String read = value == null
                ? "none"
                : BigDecimal.valueOf(value, 4).stripTrailingZeros().toPlainString();
        return " (reads " + read + ", " + contribution.getPoints() + " points)";
    }

    private static void line(StringBuilder text, String format, @Nullable Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    private static String or(@Nullable String text, String other) {
        return text == null || text.isEmpty() ? other : text;
    }
}
