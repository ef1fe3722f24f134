package dev.forewarn.console;

import java.util.Optional;

/** The process that has started this one and without which it is of no use, if there is one. */
final class Parent {

    /** Its number, set by the command line. */
    private static final String PROPERTY = "forewarn.parent";

    private Parent() {}

    /** Ends this process when the other ends, even if that was killed. */
    static void watch() {
        Long parent = Long.getLong(PROPERTY);
        if (parent == null) {
            return;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(parent);
        if (process.isEmpty()) {
            System.exit(0);
        }
        var unused = process.orElseThrow().onExit().thenRun(() -> System.exit(0));
    }
}
