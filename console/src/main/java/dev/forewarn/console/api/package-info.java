/** The same as the pages, as REST. */
@NullMarked
package dev.forewarn.console.api;

import org.jspecify.annotations.NullMarked;
