/** What the engine's messages say, as plain records: read from the JSON in which they are kept. */
@NullMarked
package dev.forewarn.console.message;

import org.jspecify.annotations.NullMarked;
