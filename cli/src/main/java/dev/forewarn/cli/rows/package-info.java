/** Files of rows, as people export them: read line by line, so that a broken line is a value and never the end. */
@NullMarked
package dev.forewarn.cli.rows;

import org.jspecify.annotations.NullMarked;
