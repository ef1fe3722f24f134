package dev.forewarn.console.access;

/** A principal of whom the console knows who it is. */
public interface Person {

    /** Who looks. */
    Viewer viewer();
}
