package dev.forewarn.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {

    private final StringWriter err = new StringWriter();

    /** Tells refusals from failures in its help. */
    @Command(
            name = "try",
            exitCodeList = {"0:done", "1:failed", "2:refused"})
    private record Telling(Exception failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }

    @Command(name = "try")
    private record Silent(Exception failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }

    @Test
    void whatIsRefusedHasTheExitCodeThatTheHelpPromises() {
        Refusal refusal = new Refusal(List.of("change this", "and that"));
        assertThat(run(new Telling(refusal))).isEqualTo(2);
        assertThat(err.toString()).isEqualToNormalizingNewlines("try: change this\nand that\n");
        assertThat(run(new Silent(refusal))).isEqualTo(1);
    }

    @Test
    void filesThatFailAreToldInASentence() {
        assertThat(run(new Telling(new NoSuchFileException("a.csv")))).isEqualTo(1);
        assertThat(run(new Telling(new UncheckedIOException(new IOException("disk is full")))))
                .isEqualTo(1);
        assertThat(run(new Telling(new UncheckedIOException("b.csv cannot be written", new IOException("full")))))
                .isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "try: there is no file or folder a.csv\ntry: disk is full\ntry: b.csv cannot be written\n");
    }

    @Test
    void whatNobodyExpectedShowsWhereItComesFrom() {
        assertThat(run(new Telling(new IllegalStateException("odd")))).isEqualTo(1);
        assertThat(err.toString()).contains("please report it", "IllegalStateException: odd", "FailuresTest");
    }

    private int run(Object command) {
        return new CommandLine(command)
                .setExecutionExceptionHandler(new Failures())
                .setErr(new PrintWriter(err, true))
                .execute();
    }
}
