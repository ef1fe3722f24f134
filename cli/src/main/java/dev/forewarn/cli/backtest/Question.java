package dev.forewarn.cli.backtest;

import dev.forewarn.cli.option.Refusal;
import dev.forewarn.core.event.Event;
import dev.forewarn.engine.cel.EventDialect;
import dev.forewarn.engine.document.Document;
import dev.forewarn.engine.document.Fault;
import dev.forewarn.engine.document.Faults;
import dev.forewarn.engine.document.Value;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the past: which events are visits, which are bad outcomes, and which visits count.
 *
 * @param outcome whether an event is a bad outcome
 * @param withinDays a visit is bad if an outcome follows within so many days; 0 if the visit itself must be the outcome
 * @param weight how much a visit counts in a calibration; all alike if null
 * @param unit what makes one visit
 * @param from the first instant of the window, from midnight
 * @param to the first instant after the window
 * @param domain whose score orders the visits; empty for the general one, or the worst where there is none
 */
public record Question(
        Predicate<Event> visit,
        Predicate<Event> outcome,
        int withinDays,
        @Nullable ToDoubleFunction<Event> weight,
        Unit unit,
        Instant from,
        Instant to,
        String domain) {

    /** What makes one visit: each record, or all records of one subject, such as the products of one recall. */
    public enum Unit {
        RECORD,
        SUBJECT
    }

    /** The same about another window. */
    public Question in(Instant first, Instant after) {
        return new Question(visit, outcome, withinDays, weight, unit, first, after, domain);
    }

    /** The same with a weight for each visit. */
    public Question weighing(ToDoubleFunction<Event> other) {
        return new Question(visit, outcome, withinDays, other, unit, from, to, domain);
    }

    /** The same, ordered by the score of a domain. */
    public Question ofDomain(String other) {
        return new Question(visit, outcome, withinDays, weight, unit, from, to, other);
    }

    /**
     * Reads a condition on events that stands behind an option.
     *
     * @throws Refusal with what is wrong
     */
    public static Predicate<Event> condition(String option, String text) {
        return read(option, text, EventDialect::condition);
    }

    /**
     * Reads a number of events that stands behind an option.
     *
     * @throws Refusal with what is wrong
     */
    public static ToDoubleFunction<Event> number(String option, String text) {
        return read(option, text, EventDialect::number);
    }

    private static <T> T read(String option, String text, Function<Value, @Nullable T> reader) {
        Faults faults = new Faults();
        String line = option + ": '" + text.replaceAll("\\s+", " ").replace("'", "''") + "'\n";
        T found = reader.apply(Document.read(option, line, faults).required(option));
        if (found == null || !faults.isEmpty()) {
            throw new Refusal(option
                    + " must be an expression over one event (type, attr('x'), num('x'), severity, subject,"
                    + " source, record_key, amount); got " + text + System.lineSeparator()
                    + faults.sorted().stream().map(Fault::reason).collect(Collectors.joining(System.lineSeparator())));
        }
        return found;
    }
}
