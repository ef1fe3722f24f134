/** A small city whose businesses live for a minute: synthetic events come out, as source systems would send them. */
@NullMarked
package dev.forewarn.cli.demo;

import org.jspecify.annotations.NullMarked;
