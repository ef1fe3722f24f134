package dev.forewarn.console.document;

import java.util.List;

/** A file of settings cannot be used; the message names the file and every fault in it. */
public final class BadDocument extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BadDocument(String name, List<String> faults) {
        super(name + " has " + (faults.size() == 1 ? "a fault" : faults.size() + " faults") + ":\n  "
                + String.join("\n  ", faults));
    }
}
