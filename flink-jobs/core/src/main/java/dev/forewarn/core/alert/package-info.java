/** Alert rules and the life of an alert: holding conditions and an instant go in, transitions come out. */
@NullMarked
package dev.forewarn.core.alert;

import org.jspecify.annotations.NullMarked;
