/**
 * The operators: records of the log and catalogues go in, messages come out. Each loads, decides, stores and emits;
 * what is decided is decided by the core. Knows no topic but as a name, and nothing of how the job is put together.
 */
@NullMarked
package dev.forewarn.engine.operator;

import org.jspecify.annotations.NullMarked;
