package dev.forewarn.cli.mapping;

import dev.forewarn.avro.Event;
import dev.forewarn.cli.rows.Row;
import dev.forewarn.cli.rows.RowFormat;
import dev.forewarn.engine.document.Fault;
import dev.forewarn.engine.document.Nearest;
import dev.forewarn.engine.document.Place;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A checked mapping: how the rows of one kind of file become events. */
public final class Mapping {

    private final String name;
    private final RowFormat format;
    private final ZoneId zone;
    private final List<ColumnUse> columns;
    private final List<RowRule> rules;
    private final List<EventTemplate> templates;
    private final Place place;

    /** Takes the columns that a file must have, each with the place that asks for it. */
    Mapping(
            String name,
            RowFormat format,
            ZoneId zone,
            List<ColumnUse> columns,
            List<RowRule> rules,
            List<EventTemplate> templates,
            Place place) {
        this.name = name;
        this.format = format;
        this.zone = zone;
        this.columns = List.copyOf(columns);
        this.rules = List.copyOf(rules);
        this.templates = List.copyOf(templates);
        this.place = place;
    }

    public String name() {
        return name;
    }

    public RowFormat format() {
        return format;
    }

    /** The zone of dates without one. */
    public ZoneId zone() {
        return zone;
    }

    /**
     * What is missing in the header of a file, told at each place of the mapping that asks for it; empty if it fits.
     */
    public List<Fault> missingIn(String file, List<String> header) {
        TreeSet<Fault> missing = new TreeSet<>();
        for (ColumnUse use : columns) {
            if (!header.contains(use.column())) {
                missing.add(Fault.at(
                        use.place(),
                        "the file " + file + " has no column '" + use.column() + "'; "
                                + Nearest.hint(use.column(), header)));
            }
        }
        return List.copyOf(missing);
    }

    /** Says that the mapping as a whole does not fit. */
    public Fault fault(String reason) {
        return Fault.at(Place.startOf(place.file()), reason);
    }

    /** What becomes of a row. */
    public Mapped map(Row row) {
        if (row.damage() != null) {
            return new Mapped.Rejected(List.of(new RowFault("row", row.damage(), null)));
        }
        List<RowFault> faults = new ArrayList<>();
        for (RowRule rule : rules) {
            if (holds(rule, row, faults)) {
                return rule.isRefusal()
                        ? new Mapped.Rejected(List.of(
                                new RowFault("row", rule.reason(), rule.when().place())))
                        : new Mapped.Skipped(rule.reason());
            }
        }
        List<Event> events = new ArrayList<>();
        for (EventTemplate template : templates) {
            if (template.takes(row.values(), faults)) {
                Event event = template.event(row.values(), faults);
                if (event != null) {
                    events.add(event);
                }
            }
        }
        if (events.isEmpty() && faults.isEmpty()) {
            faults.add(new RowFault("events", "a row gives at least one event; no 'when' of the mapping holds", place));
        }
        return faults.isEmpty() ? new Mapped.Events(events) : new Mapped.Rejected(faults);
    }

    private static boolean holds(RowRule rule, Row row, List<RowFault> faults) {
        try {
            return Boolean.TRUE.equals(rule.when().of(row.values()));
        } catch (BadValue e) {
            faults.add(new RowFault("row", e.reason(), rule.when().place()));
            return false;
        }
    }
}
