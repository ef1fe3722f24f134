/** How good an order is: pure functions of scores, outcomes and days. */
@NullMarked
package dev.forewarn.cli.statistics;

import org.jspecify.annotations.NullMarked;
