/** Facts, a catalogue and a day go in; standings and holding conditions come out. */
@NullMarked
package dev.forewarn.core.assess;

import org.jspecify.annotations.NullMarked;
