/**
 * The job: the graph, its sources and sinks, and the entry point. Knows how things are connected, not what they decide.
 */
@NullMarked
package dev.forewarn.engine.job;

import org.jspecify.annotations.NullMarked;
