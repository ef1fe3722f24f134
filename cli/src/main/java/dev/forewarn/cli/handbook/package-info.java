/** The indicator handbook (指标体系说明): what a catalogue says, written out for people, as a page and as a workbook. */
@NullMarked
package dev.forewarn.cli.handbook;

import org.jspecify.annotations.NullMarked;
