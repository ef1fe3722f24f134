/** Tells alerts to systems without Kafka: an outbox that is written with the alerts, and a sender that signs. */
@NullMarked
package dev.forewarn.console.webhook;

import org.jspecify.annotations.NullMarked;
