/** Tells open pages what has changed. */
@NullMarked
package dev.forewarn.console.feed;

import org.jspecify.annotations.NullMarked;
