package dev.forewarn.console.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a visit has all that the law and the log ask for; finds all faults. For one use. */
final class VisitCheck {

    private static final int LONGEST_NUMBER = 100;
    private static final Set<String> ANSWERS = Set.of("pass", "fail", "none");

    private final Visit visit;
    private final ZoneId zone;
    private final Instant now;
    private final List<VisitFault> faults = new ArrayList<>();

    VisitCheck(Visit visit, ZoneId zone, Instant now) {
        this.visit = visit;
        this.zone = zone;
        this.now = now;
    }

    /**
     * All faults but one: whether the alert that is named is there, which only a query knows.
     *
     * @param forms those that the visit fills
     */
    List<VisitFault> faults(List<Form> forms) {
        number("task");
        number("certificate-1");
        number("certificate-2");
        number("basis-number");
        if (!visit.answer("certificate-1").isEmpty()
                && visit.answer("certificate-1").equals(visit.answer("certificate-2"))) {
            fault("certificate-2", "same", "");
        }
        oneOf("kind", Visit.KINDS);
        oneOf("basis", Visit.BASES);
        Instant at = at();
        if (at != null && at.isAfter(now)) {
            fault("at", "future", "");
        }
        if (forms.isEmpty()) {
            fault("forms", "missing", "");
        }
        forms.forEach(this::check);
        Set<String> orders = new HashSet<>();
        Set<String> checklists = new HashSet<>();
        for (Form form : forms) {
            String order = visit.answer("order." + form.form());
            // On the log an order is known by its number, an inspection by its checklist: one would take the other's
            // place.
            if (!order.isEmpty() && !orders.add(order)) {
                fault("order." + form.form(), "twice", order);
            }
            if (!checklists.add(form.checklist())) {
                fault("forms", "twice", form.checklist());
            }
        }
        return List.copyOf(faults);
    }

    private void check(Form form) {
        for (Form.Item item : form.items()) {
            String field = "answer." + form.form() + "." + item.id();
            if (visit.answer(field).isEmpty()) {
                fault(field, "unanswered", item.id());
            } else if (!ANSWERS.contains(visit.answer(field))) {
                fault(field, "choice", visit.answer(field));
            }
        }
        String order = visit.answer("order." + form.form());
        String due = visit.answer("due." + form.form());
        if (!order.isEmpty()) {
            boolean isClean = form.items().stream().noneMatch(item -> visit.failed(form, item));
            if (isClean) {
                fault("order." + form.form(), "nothing-failed", "");
            }
            LocalDate day = day(due);
            if (day == null || day.isBefore(LocalDate.ofInstant(now, zone))) {
                fault("due." + form.form(), "due", due);
            }
            length("order." + form.form());
        } else if (!due.isEmpty()) {
            fault("order." + form.form(), "missing", "");
        }
    }

    /** When the visit was; null if it does not say so rightly, which is noted. */
    @Nullable
    Instant at() {
        try {
            return LocalDateTime.parse(visit.answer("at")).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            fault("at", "time", visit.answer("at"));
            return null;
        }
    }

    static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void number(String field) {
        if (visit.answer(field).isEmpty()) {
            fault(field, "missing", "");
        }
        length(field);
    }

    private void length(String field) {
        if (visit.answer(field).length() > LONGEST_NUMBER) {
            fault(field, "long", Integer.toString(LONGEST_NUMBER));
        }
    }

    private void oneOf(String field, Set<String> choices) {
        if (!choices.contains(visit.answer(field))) {
            fault(field, "choice", visit.answer(field));
        }
    }

    private void fault(String field, String code, String detail) {
        faults.add(new VisitFault(field, code, detail));
    }
}
