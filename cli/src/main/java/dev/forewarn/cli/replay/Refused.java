package dev.forewarn.cli.replay;

import java.util.List;

/** Says that what the user asks for cannot be done as it was asked; each line is one thing to change. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    public Refused(List<String> lines) {
        super(String.join("\n", lines), null, false, false);
        this.lines = List.copyOf(lines);
    }

    public Refused(String line) {
        this(List.of(line));
    }

    public List<String> lines() {
        return lines;
    }
}
