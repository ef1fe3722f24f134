/** What {@code forewarn up} keeps in a data folder, and the parts that it runs: broker, topics, Flink and the job. */
@NullMarked
package dev.forewarn.cli.installation;

import org.jspecify.annotations.NullMarked;
