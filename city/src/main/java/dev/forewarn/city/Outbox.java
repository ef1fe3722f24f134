package dev.forewarn.city;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Messages that are not due yet, by the month in which they become known; those after the city's end are let go. */
final class Outbox {

    private final int endDay;
    private final TreeMap<Integer, List<Draft>> months = new TreeMap<>();
    private int waiting;
    private int mostWaiting;

    Outbox(int endDay) {
        this.endDay = endDay;
    }

    void add(Draft draft) {
        int day = CityDays.dayOf(draft.recordedMs());
        if (day < endDay) {
            months.computeIfAbsent(CityDays.monthOf(day), month -> new ArrayList<>())
                    .add(draft);
            waiting++;
            mostWaiting = Math.max(mostWaiting, waiting);
        }
    }

    /** All that become known in a month or before, in order. */
    List<Draft> take(int month) {
        List<Draft> due = new ArrayList<>();
        while (!months.isEmpty() && months.firstKey() <= month) {
            due.addAll(months.pollFirstEntry().getValue());
        }
        due.sort(Draft::inOrder);
        waiting -= due.size();
        return due;
    }

    /** How many messages waited at most: the part of the memory that grows with the city. */
    int mostWaiting() {
        return mostWaiting;
    }
}
