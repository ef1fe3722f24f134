package dev.forewarn.engine.cel;

import dev.forewarn.engine.document.Document;
import dev.forewarn.engine.document.Fault;
import dev.forewarn.engine.document.Faults;
import dev.forewarn.engine.document.Value;
import java.util.List;

/** Expressions as they stand in a file: line 1 of {@code a.yaml}, behind {@code when: }. */
final class Values {

    private final Faults faults = new Faults();

    Value of(String expression) {
        return Document.read("a.yaml", "when: \"" + expression + "\"\n", faults).required("when");
    }

    /** An expression on lines of its own, from line 2 on, column 3. */
    Value ofLines(String... lines) {
        return Document.read("a.yaml", "when: |\n  " + String.join("\n  ", lines) + "\n", faults)
                .required("when");
    }

    List<String> faults() {
        return faults.sorted().stream().map(Fault::toString).toList();
    }
}
