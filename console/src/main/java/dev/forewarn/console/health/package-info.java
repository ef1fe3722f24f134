/** How the installation runs: what is read and how far behind, what was refused, which sources are silent. */
@NullMarked
package dev.forewarn.console.health;

import org.jspecify.annotations.NullMarked;
