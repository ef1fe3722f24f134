/** What people do about an alert: the states of handling, the steps between them, deadlines and office hours. */
@NullMarked
package dev.forewarn.core.handling;

import org.jspecify.annotations.NullMarked;
