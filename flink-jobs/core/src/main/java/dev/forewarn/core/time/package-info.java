/**
 * Calendar days, calendar windows and exact decimal numbers: given instants and a zone, never the time of the machine.
 */
@NullMarked
package dev.forewarn.core.time;

import org.jspecify.annotations.NullMarked;
