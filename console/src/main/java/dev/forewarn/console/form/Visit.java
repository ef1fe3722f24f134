package dev.forewarn.console.form;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A visit to a business.
 *
 * @param forms names of the checklists that it fills
 * @param answers what was filled in, by field: {@code task, kind, basis, basis-number, certificate-1, certificate-2,
 *     at, remark}; for each checklist {@code order.FORM} and {@code due.FORM}; for each item {@code answer.FORM.ITEM}
 *     (pass, fail, none) and {@code note.FORM.ITEM}
 * @param recordedAt when its facts were written to the log; null of a draft
 */
public record Visit(
        String id,
        String entityId,
        @Nullable String entityName,
        List<String> forms,
        Map<String, String> answers,
        Instant changedAt,
        @Nullable Instant recordedAt) {

    /** Kinds of visits, as {@code inspection.completed} has them. */
    public static final Set<String> KINDS = Set.of("routine", "unannounced", "special");

    /** What gives the right to visit: a plan, or an alert. */
    public static final Set<String> BASES = Set.of("plan", "alert");

    public Visit {
        forms = List.copyOf(forms);
        answers = Map.copyOf(answers);
    }

    /** What was filled into a field; empty if nothing was. */
    public String answer(String field) {
        return answers.getOrDefault(field, "").strip();
    }

    /** Whether an item was found failed. */
    public boolean failed(Form form, Form.Item item) {
        return answer("answer." + form.form() + "." + item.id()).equals("fail");
    }

    public boolean isDraft() {
        return recordedAt == null;
    }
}
