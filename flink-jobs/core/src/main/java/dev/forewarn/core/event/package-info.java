/** What a source system sent about one entity, checked; knows neither the wire nor what is kept. */
@NullMarked
package dev.forewarn.core.event;

import org.jspecify.annotations.NullMarked;
