/**
 * A Kafka broker and a Flink cluster inside this process, for {@code forewarn up}, {@code forewarn demo} and tests.
 * Folders, ports and job graphs come in; addresses, running jobs and failures in plain words go out. Knows nothing of
 * events, catalogues or alerts.
 */
@NullMarked
package dev.forewarn.cli.embedded;

import org.jspecify.annotations.NullMarked;
