package dev.forewarn.console.access;

import jakarta.servlet.Filter;

/** Sees every request with who made it, and what became of it. */
public interface Witness {

    Filter filter();
}
