package dev.forewarn.cli.mapping;

import static dev.forewarn.cli.mapping.RowFunction.text;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions that read and move instants; of an empty text there is no instant, and none stays none. */
final class TimeFunctions {

    private static final CelType INSTANT = SimpleType.TIMESTAMP;
    private static final CelType TEXT = SimpleType.STRING;

    private TimeFunctions() {}

    static List<RowFunction> all(ZoneId zone) {
        Dates dates = new Dates(zone);
        List<RowFunction> all = new ArrayList<>(reading(dates));
        all.addAll(moving(dates));
        return all;
    }

    private static List<RowFunction> reading(Dates dates) {
        return List.of(
                RowFunction.of(
                        "date",
                        INSTANT,
                        List.of(TEXT),
                        "the start of a day in the mapping's zone: 2024-03-05, 2024/3/5, 20240305 or 2024年3月5日",
                        a -> dates.date(text(a[0]))),
                RowFunction.of(
                                "date",
                                INSTANT,
                                List.of(TEXT, TEXT),
                                "the same of a date in another notation, such as dd/MM/yyyy",
                                a -> dates.date(text(a[0]), text(a[1])))
                        .checking(1, Dates::patternFault),
                RowFunction.of(
                        "instant",
                        INSTANT,
                        List.of(TEXT),
                        "an instant: 2024-03-05T06:30:00Z, 2024-03-05 14:30 (in the mapping's zone), or a date",
                        a -> dates.instant(text(a[0]))),
                RowFunction.of(
                                "instant",
                                INSTANT,
                                List.of(TEXT, TEXT),
                                "the same in another notation, such as dd/MM/yyyy HH:mm",
                                a -> dates.instant(text(a[0]), text(a[1])))
                        .checking(1, Dates::patternFault));
    }

    private static List<RowFunction> moving(Dates dates) {
        return List.of(
                RowFunction.of(
                        "plus_days",
                        INSTANT,
                        List.of(INSTANT, SimpleType.INT),
                        "so many calendar days later in the mapping's zone, or earlier",
                        a -> a[0] instanceof Instant at && a[1] instanceof Long days
                                ? dates.plusDays(at, limited(days))
                                : null),
                RowFunction.of(
                        "plus_months",
                        INSTANT,
                        List.of(INSTANT, SimpleType.INT),
                        "so many calendar months later in the mapping's zone, or earlier",
                        a -> a[0] instanceof Instant at && a[1] instanceof Long months
                                ? dates.plusMonths(at, limited(months))
                                : null),
                RowFunction.of(
                        "earliest",
                        INSTANT,
                        List.of(INSTANT, INSTANT),
                        "the earlier of two instants, of which one may be none",
                        a -> choose(a[0], a[1], (left, right) -> left.isAfter(right) ? right : left)),
                RowFunction.of(
                        "latest",
                        INSTANT,
                        List.of(INSTANT, INSTANT),
                        "the later of two instants, of which one may be none",
                        a -> choose(a[0], a[1], (left, right) -> left.isBefore(right) ? right : left)));
    }

    private static long limited(long count) {
        if (Math.abs(count) > 100_000) {
            throw new BadValue("a span has at most 100000 days or months", Long.toString(count));
        }
        return count;
    }

    private static @Nullable Instant choose(
            @Nullable Object left, @Nullable Object right, BinaryOperator<Instant> choice) {
        if (left instanceof Instant first && right instanceof Instant second) {
            return choice.apply(first, second);
        }
        return left instanceof Instant only ? only : (Instant) right;
    }
}
