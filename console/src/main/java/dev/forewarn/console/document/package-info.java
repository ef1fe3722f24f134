/** Files of settings in YAML, held to their JSON Schema, with all faults told at once. */
@NullMarked
package dev.forewarn.console.document;

import org.jspecify.annotations.NullMarked;
