package dev.forewarn.cli.show;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Transition;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One alert as two lines: what happened to whom, and the sentence that explains it. */
public final class AlertLines {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;
    private final boolean isChinese;
    private final boolean isColoured;

    /**
     * @param zone the bureau's
     * @param isChinese whether names and sentences are Chinese, else English
     */
    public AlertLines(ZoneId zone, boolean isChinese, boolean isColoured) {
        this.zone = zone;
        this.isChinese = isChinese;
        this.isColoured = isColoured;
    }

    public String of(Alert alert) {
        String head = String.format(
                Locale.ROOT,
                "%-6s %s  %-10s %s  %s%s  [%s]",
                alert.getLevel(),
                TIME.format(alert.getAt().atZone(zone)),
                alert.getTransition(),
                alert.getRule() + " " + (isChinese ? alert.getRuleNameZh() : alert.getRuleNameEn()),
                alert.getEntityName() == null ? "" : alert.getEntityName() + " ",
                alert.getEntityId(),
                String.join(", ", alert.getDomains()));
        String sentence = isChinese ? alert.getTextZh() : alert.getTextEn();
        return paint(head, colour(alert)) + System.lineSeparator() + paint("       " + sentence, "2");
    }

    private static String colour(Alert alert) {
        if (alert.getTransition() == Transition.CLEARED || alert.getTransition() == Transition.WITHDRAWN) {
            return "32";
        }
        return switch (alert.getLevel()) {
            case RED -> "1;31";
            case ORANGE -> "38;5;208";
            case YELLOW -> "33";
            case BLUE -> "34";
            case UNKNOWN -> "0";
        };
    }

    private String paint(String text, String code) {
        return isColoured ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
