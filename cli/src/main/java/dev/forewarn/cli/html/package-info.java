/** Pages that are one file and need nothing else. */
@NullMarked
package dev.forewarn.cli.html;

import org.jspecify.annotations.NullMarked;
