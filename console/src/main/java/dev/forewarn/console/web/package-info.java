/** The pages. */
@NullMarked
package dev.forewarn.console.web;

import org.jspecify.annotations.NullMarked;
