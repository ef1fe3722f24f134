package dev.forewarn.console.access;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Makes what stands in the file of users in a password's place. */
public final class PasswordHash {

    private static final int SHORTEST = 10;
    /** What bcrypt takes in, in bytes; it would leave out the rest. */
    private static final int LONGEST_BYTES = 72;

    private PasswordHash() {}

    /** Asks for a password at the terminal, else reads a line, and prints its hash. */
    public static void ask() {
        System.out.println(of(password()));
    }

    /**
     * The hash of a password.
     *
     * @throws IllegalArgumentException if it is too short or too long, in words
     */
    static String of(String password) {
        if (password.length() < SHORTEST || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new IllegalArgumentException("a password has at least " + SHORTEST + " characters and at most "
                    + LONGEST_BYTES + " bytes; this one has " + password.length() + " characters");
        }
        return String.valueOf(new BCryptPasswordEncoder().encode(password));
    }

    @SuppressWarnings("SystemConsoleNull") // Where there always is one, it reads what is redirected too.
    private static String password() {
        Console terminal = System.console();
        if (terminal != null) {
            char[] typed = terminal.readPassword("Password: ");
            return typed == null ? "" : new String(typed);
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
