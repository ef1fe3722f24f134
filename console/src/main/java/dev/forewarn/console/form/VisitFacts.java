package dev.forewarn.console.form;

import dev.forewarn.avro.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What a visit becomes on the log: for each checklist an {@code inspection.completed} that counts its failed items,
 * zeros too; a fact of its own for each failed item that is one; and a {@code rectification.ordered} where an order was
 * given. Ids and keys follow from the visit alone, so that a visit that is written twice is one on the log.
 */
final class VisitFacts {

    /** Name of the console's form as a source. */
    static final String SOURCE = "one-form";

    private static final int NOON = 12;

    private final Visit visit;
    private final Instant at;
    private final Instant stamp;
    private final ZoneId zone;
    private final UnaryOperator<String> hash;

    /**
     * For one visit.
     *
     * @param at when it was
     * @param stamp when it is written to the log
     * @param hash under which a certificate's number goes into the log
     */
    VisitFacts(Visit visit, Instant at, Instant stamp, ZoneId zone, UnaryOperator<String> hash) {
        this.visit = visit;
        this.at = at;
        this.stamp = stamp;
        this.zone = zone;
        this.hash = hash;
    }

    List<Event> of(List<Form> forms) {
        List<Event> events = new ArrayList<>();
        for (Form form : forms) {
            List<Form.Item> failed = form.items().stream()
                    .filter(item -> visit.failed(form, item))
                    .toList();
            events.add(inspection(form, failed));
            failed.stream()
                    .filter(item -> item.fact() != null)
                    .forEach(item ->
                            events.add(event(form, Objects.requireNonNull(item.fact()), key(form) + "/" + item.id())
                                    .setAttributes(Map.of("item", item.id()))
                                    .build()));
            if (!visit.answer("order." + form.form()).isEmpty()) {
                events.add(order(form, failed));
            }
        }
        return events;
    }

    private String key(Form form) {
        return visit.answer("task") + "/" + form.checklist();
    }

    private Event.Builder event(Form form, String type, String key) {
        return Event.newBuilder()
                .setEntityId(visit.entityId())
                .setEntityName(visit.entityName())
                .setRecordedAt(stamp)
                .setType(type)
                .setEventId(visit.id() + ":" + type + ":" + key)
                .setRecordKey(key)
                .setOccurredAt(at)
                .setSource(SOURCE)
                .setDomains(List.of(form.domain()));
    }

    private Event inspection(Form form, List<Form.Item> failed) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        form.grades().forEach((id, grade) -> {
            if (grade.number() != null) {
                numbers.merge(
                        grade.number(),
                        (double) failed.stream()
                                .filter(item -> item.grade().equals(id))
                                .count(),
                        Double::sum);
            }
        });
        for (Form.Item item : form.items()) {
            boolean isFailed = failed.contains(item);
            if (item.number() != null) {
                numbers.put(item.number(), isFailed ? 1.0 : 0.0);
            }
            if (item.attribute() != null && isFailed) {
                attributes.put(item.attribute(), "true");
            }
        }
        attributes.put("checklist", form.checklist());
        attributes.put("kind", visit.answer("kind"));
        attributes.put("result", failed.isEmpty() ? "passed" : "problem");
        attributes.put("basis", visit.answer("basis"));
        attributes.put("basis_number", visit.answer("basis-number"));
        attributes.put("officer_1", hash.apply(visit.answer("certificate-1")));
        attributes.put("officer_2", hash.apply(visit.answer("certificate-2")));
        attributes.put("failed_items", items(failed));
        boolean isSerious = failed.stream()
                .anyMatch(item -> Boolean.TRUE.equals(
                        Objects.requireNonNull(form.grades().get(item.grade())).serious()));
        return event(form, "inspection.completed", key(form))
                .setSeverity(isSerious ? "serious" : null)
                .setAttributes(attributes)
                .setNumbers(numbers)
                .build();
    }

    private Event order(Form form, List<Form.Item> failed) {
        String number = visit.answer("order." + form.form());
        LocalDate due = Objects.requireNonNull(VisitCheck.day(visit.answer("due." + form.form())));
        return event(form, "rectification.ordered", number)
                .setSubject(number)
                .setDueAt(due.atTime(NOON, 0).atZone(zone).toInstant())
                .setAttributes(Map.of("field", Objects.requireNonNull(form.field()), "items", items(failed)))
                .build();
    }

    private static String items(List<Form.Item> items) {
        return String.join(" ", items.stream().map(Form.Item::id).toList());
    }
}
