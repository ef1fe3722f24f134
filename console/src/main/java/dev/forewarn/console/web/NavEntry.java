package dev.forewarn.console.web;

import dev.forewarn.console.access.Right;

/**
 * A page in the bar at the top. Each page declares its own, as a bean.
 *
 * @param order among the others, from the left
 * @param path of the page
 * @param key of its name in the messages
 * @param right that one must have to see it
 */
public record NavEntry(int order, String path, String key, Right right) {}
