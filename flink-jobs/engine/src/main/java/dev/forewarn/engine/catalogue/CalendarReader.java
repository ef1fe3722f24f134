package dev.forewarn.engine.catalogue;

import dev.forewarn.core.time.WorkingDays;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code calendar:}, the holidays and make-up days of one year. */
final class CalendarReader {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final String RANGE = "..";

    private final CatalogueDraft draft;

    CalendarReader(CatalogueDraft draft) {
        this.draft = draft;
    }

    void read(Section file) {
        Value value = file.optional("calendar");
        if (!value.isPresent()) {
            return;
        }
        Section section = value.section();
        Value named = section.required("year");
        int year = named.whole(FIRST_YEAR, LAST_YEAR, FIRST_YEAR);
        Set<Integer> holidays = days(section.required("holidays"), year);
        Value makeUp = section.optional("make-up-days");
        Set<Integer> worked = days(makeUp, year);
        section.refuseOthers();
        for (int day : worked) {
            DayOfWeek weekday = LocalDate.ofEpochDay(day).getDayOfWeek();
            if (weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY) {
                makeUp.fault("a make-up day is a Saturday or Sunday that is worked; got " + LocalDate.ofEpochDay(day)
                        + ", a " + weekday);
            }
        }
        if (!draft.addYear(year, new WorkingDays.Year(holidays, worked))) {
            named.fault("each year has one calendar; got " + year + " again");
        }
    }

    private static Set<Integer> days(Value value, int year) {
        Set<Integer> days = new TreeSet<>();
        for (Value item : value.items()) {
            String text = item.text("");
            int split = text.indexOf(RANGE);
            LocalDate first = date(item, split < 0 ? text : text.substring(0, split), year);
            LocalDate last = split < 0 ? first : date(item, text.substring(split + RANGE.length()), year);
            if (first == null || last == null) {
                continue;
            }
            if (last.isBefore(first)) {
                item.fault("a range of days ascends; got '" + text + "'");
            }
            first.datesUntil(last.isBefore(first) ? first : last.plusDays(1))
                    .forEach(day -> days.add((int) day.toEpochDay()));
        }
        return days;
    }

    private static @Nullable LocalDate date(Value item, String text, int year) {
        try {
            LocalDate date = LocalDate.parse(text.strip());
            if (date.getYear() == year) {
                return date;
            }
            item.fault("the calendar of " + year + " has days of that year; got " + date);
        } catch (DateTimeParseException e) {
            item.fault("a day is like 2026-10-01, a range like 2026-10-01..2026-10-07; got '" + text + "'");
        }
        return null;
    }
}
