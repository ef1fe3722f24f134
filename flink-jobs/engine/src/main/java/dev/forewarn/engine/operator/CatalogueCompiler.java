package dev.forewarn.engine.operator;

import dev.forewarn.core.catalogue.Catalogue;
import java.io.Serializable;
import java.util.List;

/** Turns the text of a bundle into a catalogue. Called where a bundle is checked and where it is put in force. */
@FunctionalInterface
public interface CatalogueCompiler extends Serializable {

    Outcome compile(String text);

    /** What came of compiling. */
    sealed interface Outcome {}

    /** The bundle is sound. */
    record Compiled(Catalogue catalogue) implements Outcome {}

    /**
     * It is not.
     *
     * @param faults all of them, at least one
     */
    record Faulty(List<String> faults) implements Outcome {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Compiles a bundle that has been checked before.
     *
     * @throws IllegalArgumentException with all faults if it is not sound after all
     */
    default Catalogue compileChecked(String text) {
        Outcome outcome = compile(text);
        if (outcome instanceof Compiled compiled) {
            return compiled.catalogue();
        }
        throw new IllegalArgumentException(
                "a catalogue bundle must be sound; got\n  " + String.join("\n  ", ((Faulty) outcome).faults()));
    }
}
