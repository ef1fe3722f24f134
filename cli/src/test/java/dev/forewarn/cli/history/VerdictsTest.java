package dev.forewarn.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Verdict;
import dev.forewarn.avro.Wire;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerdictsTest {

    private static final Instant AT = Instant.parse("2026-07-01T00:00:00Z");

    private final Verdicts verdicts = new Verdicts();

    @Test
    void ofSeveralVerdictsOnOnePublicationTheFirstCounts() {
        verdicts.add(verdict("live", AT, false));
        verdicts.add(verdict("live", AT, true));
        verdicts.add(verdict("live", AT.plusMillis(1), true));
        assertThat(verdicts.on("live", AT)).hasValueSatisfying(verdict -> {
            assertThat(verdict.getAccepted()).isFalse();
            assertThat(Verdicts.reason(verdict)).isEqualTo("bad-catalogue: a bundle has a text");
        });
        assertThat(verdicts.on("live", AT.plusMillis(1)))
                .hasValueSatisfying(verdict -> assertThat(verdict.getAccepted()).isTrue());
        assertThat(verdicts.on("shadow", AT)).isEmpty();
    }

    @Test
    void whatIsNoVerdictIsPassedOver() {
        verdicts.add(new byte[] {1, 2, 3});
        assertThat(verdicts.on("live", AT)).isEmpty();
    }

    private static byte[] verdict(String stage, Instant publishedAt, boolean isAccepted) {
        return Wire.encode(Verdict.newBuilder()
                .setStage(stage)
                .setVersion("")
                .setPublishedAt(publishedAt)
                .setAccepted(isAccepted)
                .setReason(isAccepted ? "accepted" : "bad-catalogue")
                .setDetail(isAccepted ? "" : "a bundle has a text")
                .build());
    }
}
