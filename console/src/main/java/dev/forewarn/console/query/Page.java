package dev.forewarn.console.query;

import java.util.List;

/**
 * Part of a list.
 *
 * @param number of the page, from 1
 * @param size most items of a page
 * @param total items of the whole list
 */
public record Page<T>(List<T> items, int number, int size, long total) {

    public Page {
        items = List.copyOf(items);
    }

    /** How many pages there are, at least 1. */
    public long pages() {
        return Math.max(1, (total + size - 1) / size);
    }
}
