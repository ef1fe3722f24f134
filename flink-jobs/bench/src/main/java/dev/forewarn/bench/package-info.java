/** Benchmarks: what one step costs, measured with JMH. Never shipped. */
@NullMarked
package dev.forewarn.bench;

import org.jspecify.annotations.NullMarked;
