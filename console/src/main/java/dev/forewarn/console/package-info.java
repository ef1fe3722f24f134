/** The console: its own process, which reads the topics into a database and shows it. */
@NullMarked
package dev.forewarn.console;

import org.jspecify.annotations.NullMarked;
