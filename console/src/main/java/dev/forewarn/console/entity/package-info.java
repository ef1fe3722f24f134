/** One business: where it stands and stood. */
@NullMarked
package dev.forewarn.console.entity;

import org.jspecify.annotations.NullMarked;
