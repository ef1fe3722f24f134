/** A system that handles cases, as small as it can be: it sees the wire and nothing else of Forewarn. */
@NullMarked
package dev.forewarn.sample;

import org.jspecify.annotations.NullMarked;
