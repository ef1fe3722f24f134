package dev.forewarn.cli.option;

/** Something that the user can mend: the message says what is wrong and what to do. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}
