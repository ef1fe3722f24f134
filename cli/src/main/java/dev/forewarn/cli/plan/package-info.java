/**
 * Inspection plans (双随机): who is visited next month, drawn with published probabilities, and what the visits found.
 * What decides is pure and given everything; the commands around it read the topics and write the files.
 */
@NullMarked
package dev.forewarn.cli.plan;

import org.jspecify.annotations.NullMarked;
