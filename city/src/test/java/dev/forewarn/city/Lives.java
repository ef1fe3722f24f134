package dev.forewarn.city;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Op;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Cities that have lived, for tests. */
final class Lives {

    static final LocalDate START = LocalDate.of(2025, 1, 1);

    private Lives() {}

    /** Lets a city live and tells every event. */
    static City live(CityPlan plan, Consumer<Event> events, Consumer<Truth> truth) {
        City city = new City(plan, truth);
        for (Event event = city.next(); event != null; event = city.next()) {
            events.accept(event);
        }
        return city;
    }

    static List<Event> events(CityPlan plan) {
        List<Event> events = new ArrayList<>();
        live(plan, events::add, truth -> {});
        return events;
    }

    /** How many facts of each type a city of some years had, but for its first night: first versions only. */
    static Map<String, Integer> counts(CityPlan plan) {
        long morning = CityDays.at((int) plan.start().toEpochDay(), 6 * 3_600_000L);
        Map<String, Integer> counts = new TreeMap<>();
        live(
                plan,
                event -> {
                    boolean isFirst = event.getRevision() == 0 && event.getOp() == Op.ASSERT;
                    boolean isShared = event.getType().matches("relation\\.(address|contact)");
                    if ((isFirst || isShared) && event.getRecordedAt().toEpochMilli() >= morning) {
                        counts.merge(event.getType(), 1, Integer::sum);
                    }
                },
                truth -> {});
        return counts;
    }
}
