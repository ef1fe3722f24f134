/** Benchmarks of the job in this process: the graph of production on RocksDB between a generator and a counter. */
@NullMarked
package dev.forewarn.cli.bench;

import org.jspecify.annotations.NullMarked;
