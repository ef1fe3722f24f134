/** Events that source systems hand in without Kafka: checked, stamped, written to the log once each. */
@NullMarked
package dev.forewarn.console.intake;

import org.jspecify.annotations.NullMarked;
