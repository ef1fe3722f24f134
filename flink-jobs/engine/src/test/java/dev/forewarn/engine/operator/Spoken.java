package dev.forewarn.engine.operator;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Verdict;
import dev.forewarn.avro.Wire;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.Outbound;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** What a {@link CatalogueFunction} in a harness has said beside its news. */
final class Spoken {

    private Spoken() {}

    /** What was said about catalogues on a channel, as bytes of the wire. */
    static List<byte[]> messages(
            OneInputStreamOperatorTestHarness<CatalogueRecord, BundleNews> harness, Outbound.Channel channel) {
        var side = harness.getSideOutput(CatalogueFunction.AUDIT);
        return side == null
                ? List.of()
                : side.stream()
                        .map(StreamRecord::getValue)
                        .filter(message -> message.channel() == channel)
                        .map(Outbound::value)
                        .toList();
    }

    /** The verdicts on the audit channel. */
    static List<Verdict> audit(OneInputStreamOperatorTestHarness<CatalogueRecord, BundleNews> harness) {
        return messages(harness, Outbound.Channel.AUDIT).stream()
                .map(message -> ((Decoded.Value<Verdict>) Wire.decode(message, Verdict.class)).value())
                .toList();
    }
}
