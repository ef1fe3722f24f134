/** The general and a professional class go in, the fused class comes out. */
@NullMarked
package dev.forewarn.core.fusion;

import org.jspecify.annotations.NullMarked;
