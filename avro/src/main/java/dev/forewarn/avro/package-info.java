/**
 * What crosses the wire: the generated records, the framing that tells which released schema wrote a message, and the
 * fields that may be read without decoding the rest. Knows nothing of the engine, of Kafka or of what the fields mean.
 */
@NullMarked
package dev.forewarn.avro;

import org.jspecify.annotations.NullMarked;
