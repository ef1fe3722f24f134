package dev.forewarn.console.access;

import java.util.Locale;

/** Somebody asked for what their roles do not give. */
public final class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1;

    Forbidden(Right right) {
        super("none of your roles gives the right to " + right.name().toLowerCase(Locale.ROOT));
    }
}
