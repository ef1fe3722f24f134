package dev.forewarn.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.flink.util.SerializedThrowable;
import org.junit.jupiter.api.Test;

class RootCauseTest {

    @Test
    void deepestCauseIsTold() {
        Throwable failure = new RuntimeException("outer", new ExecutionException(new IOException("disk full\nmore")));

        assertThat(RootCause.inWords(failure)).isEqualTo("IOException: disk full");
    }

    @Test
    void causeThatFlinkCarriedIsToldByItsOwnName() {
        Throwable failure = new SerializedThrowable(new RuntimeException("outer", new IllegalStateException("poison")));

        assertThat(RootCause.inWords(failure)).isEqualTo("IllegalStateException: poison");
    }

    @Test
    void causeWithoutMessageIsToldByItsKind() {
        assertThat(RootCause.inWords(new IllegalStateException())).isEqualTo("IllegalStateException");
    }

    @Test
    void ourOwnWordsStandAlone() {
        assertThat(RootCause.inWords(new CompletionException(new EmbeddedException("The port is taken."))))
                .isEqualTo("The port is taken.");
    }

    @Test
    void chainThatBitesItsTailEnds() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);

        assertThat(RootCause.inWords(first)).startsWith("Exception: ");
    }
}
