package dev.forewarn.core.assess;

import dev.forewarn.core.fusion.FusionMode;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.core.time.Horizon;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The one sentence, in Chinese and in English, with which an assessment explains itself. From templates only. */
public final class Wording {

    /** How many of the largest contributions a sentence names; the rest is summed. */
    private static final int FACTORS = 5;

    /** How many coming classes a sentence names. */
    private static final int FORECASTS = 2;

    /** How many ways to a better class a sentence names. */
    private static final int WAYS = 2;

    private Wording() {}

    public static String zh(Assessment assessment) {
        StringJoiner text = new StringJoiner("；");
        for (DomainStanding standing : assessment.standings()) {
            text.add(assessment.words().zh(standing.domain()) + " " + standing.score() + "/" + standing.scale() + " 分"
                    + since(assessment, standing.domain(), "（较上月 ", "）") + "，"
                    + (standing.baseline() == null ? "" : "上月 " + standing.baseline() + " 类，")
                    + "现融合 " + standing.fusedLabel() + " 类（"
                    + zh(standing.fusionMode()) + "）"
                    + factors(assessment, standing.domain(), "：", true));
        }
        assessment
                .direct()
                .forEach(held -> text.add("直接判定 " + held.rule().id() + " "
                        + held.rule().name().zh() + "（" + effectZh(held.effect()) + basis(held, "，依据 ") + "）"));
        Names names = Names.of(assessment, true);
        assessment.waysDown().stream()
                .limit(WAYS)
                .forEach(way -> text.add("若“" + names.join(way.ids(), "”“") + "”不再成立，"
                        + assessment.words().zh(way.domain()) + " 降至 " + way.label() + " 类"));
        assessment.forecast().stream()
                .limit(FORECASTS)
                .forEach(step -> text.add("如无新情况，" + LocalDate.ofEpochDay(step.day()) + " 起 "
                        + assessment.words().zh(step.domain()) + " 为 "
                        + step.label() + " 类"
                        + (step.because().isEmpty() ? "" : "（" + names.join(step.because(), "、") + "）")));
        return closed(text, nextChange(assessment, "", " 起可能变化"), "规则集 " + assessment.catalogueVersion());
    }

    public static String en(Assessment assessment) {
        StringJoiner text = new StringJoiner("; ");
        for (DomainStanding standing : assessment.standings()) {
            text.add(standing.domain() + " " + standing.score() + "/" + standing.scale()
                    + since(assessment, standing.domain(), " (", " since last month)") + ", class "
                    + standing.fusedLabel() + " ("
                    + standing.fusionMode().wireName()
                    + (standing.baseline() == null ? "" : ", last month " + standing.baseline()) + ")"
                    + factors(assessment, standing.domain(), ": ", false));
        }
        assessment
                .direct()
                .forEach(held -> text.add("direct rule " + held.rule().id() + " "
                        + held.rule().name().en() + " (" + held.effect() + basis(held, ", by ") + ")"));
        Names names = Names.of(assessment, false);
        assessment.waysDown().stream()
                .limit(WAYS)
                .forEach(way -> text.add("without " + names.join(way.ids(), " and ") + " " + way.domain()
                        + " would be class " + way.label()));
        assessment.forecast().stream()
                .limit(FORECASTS)
                .forEach(step ->
                        text.add("if nothing happens, " + step.domain() + " is class " + step.label() + " from "
                                + LocalDate.ofEpochDay(step.day())
                                + (step.because().isEmpty() ? "" : " (" + names.join(step.because(), ", ") + ")")));
        return closed(
                text,
                nextChange(assessment, "may change by itself from ", ""),
                "catalogue " + assessment.catalogueVersion());
    }

    /** What stands in no domain, such as a source, has nothing before these. */
    private static String closed(StringJoiner text, String nextChange, String catalogue) {
        if (!nextChange.isEmpty()) {
            text.add(nextChange);
        }
        return text.add(catalogue).toString();
    }

    /** By how much the score of a domain has changed since the last classification; empty if it has not. */
    private static String since(Assessment assessment, String domain, String before, String after) {
        int change = assessment.changes().stream()
                .filter(one -> one.domain().equals(domain))
                .mapToInt(one -> one.now() - one.before())
                .sum();
        return change == 0 ? "" : before + (change > 0 ? "+" : "") + change + after;
    }

    private static String basis(HeldRule held, String before) {
        return held.rule().basis().isEmpty() ? "" : before + held.rule().basis();
    }

    /** Names of indicators and direct rules; an id stands for itself where it has none today. */
    private record Names(Map<String, String> byId) {

        static Names of(Assessment assessment, boolean isChinese) {
            Map<String, String> names = new HashMap<>();
            assessment.contributions().forEach(one -> names.put(one.id(), text(one.id(), one.name(), isChinese)));
            assessment
                    .direct()
                    .forEach(held -> names.put(
                            held.rule().id(), text(held.rule().id(), held.rule().name(), isChinese)));
            return new Names(names);
        }

        private static String text(String id, Label name, boolean isChinese) {
            return id + " " + (isChinese ? name.zh() : name.en());
        }

        String join(List<String> ids, String comma) {
            return ids.stream().map(id -> byId.getOrDefault(id, id)).collect(Collectors.joining(comma));
        }
    }

    private static String factors(Assessment assessment, String domain, String opening, boolean isChinese) {
        List<Contribution> largest = assessment.contributions().stream()
                .filter(contribution -> contribution.domain().equals(domain) && contribution.part() > 0)
                .sorted(Comparator.comparingInt(Contribution::part).reversed())
                .toList();
        StringJoiner text = new StringJoiner(isChinese ? "，" : ", ", opening, "");
        text.setEmptyValue("");
        int rest = 0;
        for (int i = 0; i < largest.size(); i++) {
            Contribution contribution = largest.get(i);
            if (i < FACTORS) {
                String name = isChinese
                        ? contribution.name().zh()
                        : contribution.name().en();
                text.add(name + " +" + contribution.part());
            } else {
                rest += contribution.part();
            }
        }
        if (rest > 0) {
            text.add((isChinese ? "其他 +" : "others +") + rest);
        }
        assessment.contributions().stream()
                .filter(one -> one.domain().equals(domain) && one.part() < 0)
                .forEach(one ->
                        text.add((isChinese ? one.name().zh() : one.name().en()) + " " + one.part()));
        return text.toString();
    }

    private static String nextChange(Assessment assessment, String before, String after) {
        return assessment.nextChange() == Horizon.NEVER
                ? ""
                : before + LocalDate.ofEpochDay(assessment.nextChange()) + after;
    }

    /** What the business is called. */
    static String name(Assessment assessment) {
        String name = assessment.profile() == null ? null : assessment.profile().name();
        return name == null ? assessment.entityId() : name;
    }

    private static String zh(FusionMode mode) {
        return switch (mode) {
            case INDICATOR -> "指标融合";
            case OVERLAY -> "结果叠加";
            case MATRIX -> "结果融合";
            case WORST -> "从差";
        };
    }

    private static String effectZh(String effect) {
        return effect.replace("set ", "定为 ")
                .replace("floor ", "不优于 ")
                .replace("shift ", "加重 ")
                .replace("lift ", "减轻 ");
    }
}
