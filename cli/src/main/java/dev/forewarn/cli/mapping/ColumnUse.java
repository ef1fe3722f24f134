package dev.forewarn.cli.mapping;

import dev.forewarn.engine.document.Place;

/** A column that a mapping reads by name, and where. */
record ColumnUse(String column, Place place) {}
