/** What all queries share: conditions, the scope of who asks, instants. */
@NullMarked
package dev.forewarn.console.query;

import org.jspecify.annotations.NullMarked;
