/** What people do about alerts: checked, written to the log. */
@NullMarked
package dev.forewarn.console.step;

import org.jspecify.annotations.NullMarked;
