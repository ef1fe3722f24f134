package dev.forewarn.engine.cel;

import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.time.Exact;
import dev.forewarn.engine.document.Value;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Expressions over one event: {@code type, severity, subject, source, record_key} and {@code attr('x')} are texts,
 * empty where the event has none; {@code amount} and {@code num('x')} are numbers, of which every comparison is false
 * where the event has none; {@code has_attr('x')} and {@code has_num('x')} tell.
 */
public final class EventDialect {

    private static final Dialect<Event> DIALECT = Dialect.<Event>named("event condition")
            .variable("type", SimpleType.STRING, Event::type)
            .variable("severity", SimpleType.STRING, event -> text(event.severity()))
            .variable("subject", SimpleType.STRING, event -> text(event.subject()))
            .variable("source", SimpleType.STRING, Event::source)
            .variable("record_key", SimpleType.STRING, Event::recordKey)
            .variable("amount", SimpleType.DOUBLE, event -> amount(event.amountMinor()))
            .term(
                    "attr",
                    SimpleType.STRING,
                    1,
                    1,
                    (event, names) -> event.attributes().getOrDefault(names.get(0), ""))
            .term(
                    "num",
                    SimpleType.DOUBLE,
                    1,
                    1,
                    (event, names) -> number(event.numbers().getOrDefault(names.get(0), Exact.ABSENT)))
            .term(
                    "has_attr",
                    SimpleType.BOOL,
                    1,
                    1,
                    (event, names) -> event.attributes().containsKey(names.get(0)))
            .term(
                    "has_num",
                    SimpleType.BOOL,
                    1,
                    1,
                    (event, names) -> event.numbers().containsKey(names.get(0)))
            .build();

    private EventDialect() {}

    /** The condition that a value says; null if it has faults, which have been told. */
    public static @Nullable Predicate<Event> condition(Value value) {
        Checked<Event> checked = DIALECT.check(value, SimpleType.BOOL);
        Evaluation<Event> evaluation = checked == null ? null : checked.evaluation();
        return evaluation == null ? null : evaluation::holds;
    }

    /** The number that a value works out, NaN where an event has none; null if it has faults, which have been told. */
    public static @Nullable ToDoubleFunction<Event> number(Value value) {
        Checked<Event> checked = DIALECT.check(value, SimpleType.DOUBLE, SimpleType.INT);
        Evaluation<Event> evaluation = checked == null ? null : checked.evaluation();
        return evaluation == null ? null : event -> numberOf(evaluation, event);
    }

    private static double numberOf(Evaluation<Event> evaluation, Event event) {
        try {
            return evaluation.of(event) instanceof Number found ? found.doubleValue() : Double.NaN;
        } catch (CelEvaluationException e) {
            return Double.NaN;
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static double amount(@Nullable Long minor) {
        return minor == null ? Double.NaN : minor / 100.0;
    }

    private static double number(long scaled) {
        return Numbers.toDouble(scaled);
    }
}
