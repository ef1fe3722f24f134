/**
 * Where bytes become values of the core and values of the core become bytes: the only place that knows the Avro
 * classes. Reading never throws; what cannot be read is a reject. Knows neither Flink nor Kafka.
 */
@NullMarked
package dev.forewarn.engine.wire;

import org.jspecify.annotations.NullMarked;
