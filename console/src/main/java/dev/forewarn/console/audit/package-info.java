/** Who did what here: every login, change, export and refusal. */
@NullMarked
package dev.forewarn.console.audit;

import org.jspecify.annotations.NullMarked;
