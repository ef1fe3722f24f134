/** What people do with catalogues: examples, publication, comparison, cut points, the handbook. */
@NullMarked
package dev.forewarn.cli.catalogue;

import org.jspecify.annotations.NullMarked;
