/**
 * What is kept about one entity and the one step that moves it: bytes and an event or instant go in, bytes and outputs
 * come out.
 */
@NullMarked
package dev.forewarn.core.dossier;

import org.jspecify.annotations.NullMarked;
