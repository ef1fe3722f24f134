/** What is stored: every state descriptor, and the values in state that are not bytes of the core's own. */
@NullMarked
package dev.forewarn.engine.state;

import org.jspecify.annotations.NullMarked;
