/**
 * A synthetic city: the same arguments give the same events, in the order in which they became known. What it does and
 * with which parameters, each with its source, is told in docs/CITY.md.
 */
@NullMarked
package dev.forewarn.city;

import org.jspecify.annotations.NullMarked;
