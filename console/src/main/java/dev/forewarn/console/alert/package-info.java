/** One alert: why it is, its life, what may be done. */
@NullMarked
package dev.forewarn.console.alert;

import org.jspecify.annotations.NullMarked;
