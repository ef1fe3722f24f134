package dev.forewarn.cli.option;

import java.util.List;

/** Something that the user can mend: the message says what is wrong and what to do. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }

    /** Each line is one thing to change. */
    public Refusal(List<String> lines) {
        this(String.join(System.lineSeparator(), lines));
    }
}
