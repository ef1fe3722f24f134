/** Settings, each with its default. */
@NullMarked
package dev.forewarn.console.config;

import org.jspecify.annotations.NullMarked;
