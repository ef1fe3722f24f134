/** What is set when the job starts: options with their defaults go in, checked values come out; all faults at once. */
@NullMarked
package dev.forewarn.engine.config;

import org.jspecify.annotations.NullMarked;
