package dev.forewarn.core.assess;

import dev.forewarn.core.catalogue.DirectRule;

/** A direct rule that moves the class of a domain. */
public record HeldRule(String domain, DirectRule rule) {}
