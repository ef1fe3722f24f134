package dev.forewarn.core.assess;

import dev.forewarn.core.alert.AlertChange;
import dev.forewarn.core.alert.Cited;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.handling.Disposal;
import dev.forewarn.core.handling.Handling;
import dev.forewarn.core.handling.HandlingState;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * The one sentence, in Chinese and in English, of an alert: how urgent, who, what, on which papers, by when somebody
 * must act, and then where the business stands. From templates only.
 */
public final class AlertWording {

    /** How many papers a sentence names. */
    private static final int PAPERS = 3;

    private AlertWording() {}

    public static String zh(AlertChange change, Assessment assessment) {
        String subject = change.after().subject();
        return "【" + zh(change.after().level()) + "】" + Wording.name(assessment) + "："
                + change.terms().name().zh()
                + (subject.isEmpty() || assessment.words().domains().containsKey(subject) ? "" : "（" + subject + "）")
                + zh(change) + papers(change, "；依据：", "、", "等%d件") + actZh(change, assessment) + "；"
                + Wording.zh(assessment);
    }

    public static String en(AlertChange change, Assessment assessment) {
        String subject = change.after().subject();
        return change.after().level() + ": " + Wording.name(assessment) + ": "
                + change.terms().name().en()
                + (subject.isEmpty() ? "" : " (" + subject + ")") + " "
                + en(change) + papers(change, "; on ", ", ", " and others, %d in all") + actEn(change, assessment)
                + "; " + Wording.en(assessment);
    }

    /** By when somebody must do what. */
    private static String actZh(AlertChange change, Assessment assessment) {
        Handling handling = change.after().handling();
        if (handling.isSuppressed()) {
            return "；抑制至 " + assessment.words().minute(handling.suppressedUntilMs());
        }
        if (handling.dueMs() == Handling.NEVER) {
            return "";
        }
        String what = handling.state().isToBeAccepted() ? " 前接收" : " 前反馈处置结果";
        return "；请于 " + assessment.words().minute(handling.dueMs()) + what;
    }

    private static String actEn(AlertChange change, Assessment assessment) {
        Handling handling = change.after().handling();
        if (handling.isSuppressed()) {
            return "; suppressed until " + assessment.words().minute(handling.suppressedUntilMs());
        }
        if (handling.dueMs() == Handling.NEVER) {
            return "";
        }
        String what = handling.state().isToBeAccepted() ? "; take it up by " : "; feed back what was found by ";
        return what + assessment.words().minute(handling.dueMs());
    }

    private static String papers(AlertChange change, String opening, String comma, String more) {
        List<Cited> cited = change.evidence().cited();
        if (cited.isEmpty()) {
            return "";
        }
        StringJoiner text = new StringJoiner(comma, opening, "");
        cited.stream()
                .limit(PAPERS)
                .forEach(one -> text.add(one.type() + " " + one.fact().recordKey()));
        int count = change.evidence().count();
        return count <= PAPERS ? text.toString() : text + String.format(Locale.ROOT, more, count);
    }

    private static String zh(AlertChange change) {
        return switch (change.transition()) {
            case RAISED -> "预警";
            case ESCALATED -> "预警升级";
            case EASED -> "预警降级";
            case CLASSIFIED -> "经月度分类确认";
            case CLEARED -> "预警解除";
            case WITHDRAWN -> "预警撤销";
            case RESUMED -> "处置期间再次触发";
            case HANDLED -> "处置进展：" + zh(change.after().handling().state()) + by(change, "（", "）");
            case OVERDUE -> "处置逾期" + (change.addressee().isEmpty() ? "" : "，报 " + change.addressee());
            case UNHANDLED -> "无人处置，自动关闭";
            case UNSUPPRESSED -> "抑制期满，恢复提示";
        };
    }

    private static String en(AlertChange change) {
        return switch (change.transition()) {
            case RAISED -> "raised";
            case ESCALATED -> "escalated";
            case EASED -> "eased";
            case CLASSIFIED -> "confirmed by the monthly class";
            case CLEARED -> "cleared";
            case WITHDRAWN -> "withdrawn";
            case RESUMED -> "holds again while it is being handled";
            case HANDLED -> en(change.after().handling().state()) + by(change, " (", ")");
            case OVERDUE -> "is overdue" + (change.addressee().isEmpty() ? "" : ", told to " + change.addressee());
            case UNHANDLED -> "closed, since nobody took it up";
            case UNSUPPRESSED -> "no longer suppressed";
        };
    }

    /** Who took the step, and which. */
    private static String by(AlertChange change, String opening, String closing) {
        Disposal step = change.step();
        return step == null
                ? ""
                : opening + step.actor().unit() + " " + step.step().wireName()
                        + (step.outcome().isEmpty() ? "" : " " + step.outcome()) + closing;
    }

    private static String zh(HandlingState state) {
        return switch (state) {
            case NEW -> "待接收";
            case ACCEPTED -> "已接收";
            case DISPATCHED -> "已派发";
            case IN_PROGRESS -> "处置中";
            case FED_BACK -> "已反馈";
            case REVIEWED -> "已审核";
            case CLOSED -> "已办结";
            case RETURNED -> "已退回";
            case CONTESTED -> "异议中";
        };
    }

    private static String en(HandlingState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String zh(Level level) {
        return switch (level) {
            case BLUE -> "蓝色";
            case YELLOW -> "黄色";
            case ORANGE -> "橙色";
            case RED -> "红色";
        };
    }
}
