package dev.forewarn.cli.history;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Verdict;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.show.TopicReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the job said about published catalogues: of several verdicts on one the first counts. */
public final class Verdicts {

    private final Map<String, Verdict> verdicts = new HashMap<>();

    /** Reads the audit topic up to its present end. */
    public static Verdicts read(String bootstrapServers, String topic) {
        Verdicts verdicts = new Verdicts();
        try (TopicReader reader = new TopicReader(bootstrapServers, topic)) {
            reader.readAll(message -> verdicts.add(message.value()));
        }
        return verdicts;
    }

    /** Takes the next message of the audit topic. */
    public void add(byte[] message) {
        if (Wire.decode(message, Verdict.class) instanceof Decoded.Value<Verdict> verdict) {
            verdicts.putIfAbsent(
                    name(verdict.value().getStage(), verdict.value().getPublishedAt()), verdict.value());
        }
    }

    /** The verdict on what was published for a stage at an instant; empty if there is none yet. */
    public Optional<Verdict> on(String stage, Instant publishedAt) {
        return Optional.ofNullable(verdicts.get(name(stage, publishedAt)));
    }

    /** Why a catalogue was refused, with its numbers. */
    public static String reason(Verdict refused) {
        return refused.getReason() + (refused.getDetail().isEmpty() ? "" : ": " + refused.getDetail());
    }

    private static String name(String stage, Instant publishedAt) {
        return stage + '@' + publishedAt.toEpochMilli();
    }
}
