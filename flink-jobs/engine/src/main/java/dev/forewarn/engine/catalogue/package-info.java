/**
 * YAML files go in, a compiled catalogue or all of its faults come out; the language is described in docs/CATALOGUE.md.
 */
@NullMarked
package dev.forewarn.engine.catalogue;

import org.jspecify.annotations.NullMarked;
