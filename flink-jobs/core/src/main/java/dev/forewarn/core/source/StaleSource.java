package dev.forewarn.core.source;

import dev.forewarn.core.indicator.Label;

/** A silent source that an assessment rests on, with the name that its catalogue gives it. */
public record StaleSource(Label name, Silence silence) {}
