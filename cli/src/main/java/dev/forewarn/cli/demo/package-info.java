/** The life of the demo: a synthetic city of some months, and seven businesses whose stories are told by hand. */
@NullMarked
package dev.forewarn.cli.demo;

import org.jspecify.annotations.NullMarked;
