package dev.forewarn.engine.operator;

import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.Outbound;
import dev.forewarn.engine.wire.Provenance;
import dev.forewarn.engine.wire.RejectEncoding;
import dev.forewarn.engine.wire.RejectReason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Checks published catalogues before anyone sees them. One instance, so that all subtasks of the next operator agree.
 *
 * <ul>
 *   <li>Key: none.
 *   <li>State: none.
 *   <li>Timers: none.
 *   <li>Order: as published.
 *   <li>Emits: sound bundles of stage {@code live} with the instant from which on they are in force, which follows from
 *       the record alone; to {@link #REJECTS} all others, with all faults.
 * </ul>
 */
public final class CatalogueFunction extends ProcessFunction<CatalogueRecord, BundleText> {

    /** Bundles that were refused. */
    public static final OutputTag<Outbound> REJECTS =
            new OutputTag<>("catalogue-rejects", TypeInformation.of(Outbound.class));

    /** Key of bundles that are to be in force. */
    public static final String LIVE = "live";

    /** Largest bundle, in bytes. */
    public static final int BUNDLE_BYTES = 1 << 20;

    private static final long serialVersionUID = 1L;

    // Configuration.
    private final String topic;
    private final long leadMs;
    private final CatalogueCompiler compiler;

    // Runtime.
    private transient @Nullable Meters meters;

    /** @param leadMs how long after its publication a bundle takes effect, in ms, at least 0 */
    public CatalogueFunction(String topic, long leadMs, CatalogueCompiler compiler) {
        this.topic = topic;
        this.leadMs = leadMs;
        this.compiler = compiler;
    }

    @Override
    public void open(OpenContext context) {
        meters = new Meters(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(CatalogueRecord record, Context ctx, Collector<BundleText> out) {
        if (record.text().length == 0) {
            reject(record, RejectReason.MISSING_VALUE, "a bundle has a text", ctx);
        } else if (record.text().length > BUNDLE_BYTES) {
            reject(record, RejectReason.TOO_LARGE, "a bundle has at most " + BUNDLE_BYTES + " bytes", ctx);
        } else if (!record.stage().equals(LIVE)) {
            reject(record, RejectReason.BAD_CATALOGUE, "the key of a bundle is its stage, 'live'", ctx);
        } else {
            check(record, ctx, out);
        }
    }

    private void check(CatalogueRecord record, Context ctx, Collector<BundleText> out) {
        String text;
        CatalogueCompiler.Outcome outcome;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(record.text()))
                    .toString();
            outcome = compiler.compile(text);
        } catch (CharacterCodingException e) {
            reject(record, RejectReason.BAD_CATALOGUE, "a bundle is text in UTF-8", ctx);
            return;
        } catch (RuntimeException e) {
            // The reader should say what is wrong. If it fails instead, the one in force must stay all the same.
            reject(record, RejectReason.BAD_CATALOGUE, "the reader failed: " + e, ctx);
            return;
        }
        if (outcome instanceof CatalogueCompiler.Compiled compiled) {
            long publishedAtMs = record.appendedAtMs();
            out.collect(new BundleText(compiled.catalogue().version(), publishedAtMs + leadMs, publishedAtMs, text));
        } else {
            String faults = String.join("\n", ((CatalogueCompiler.Faulty) outcome).faults());
            reject(record, RejectReason.BAD_CATALOGUE, faults, ctx);
        }
    }

    private void reject(CatalogueRecord record, RejectReason reason, String detail, Context ctx) {
        Objects.requireNonNull(meters, "open is called first").reject(reason.wireName());
        Provenance from = new Provenance(
                topic,
                record.partition(),
                record.offset(),
                record.appendedAtMs(),
                record.stage().getBytes(StandardCharsets.UTF_8));
        byte[] value = RejectEncoding.encode(reason, detail, from, null, record.text());
        ctx.output(REJECTS, Outbound.of(Outbound.Channel.REJECTS, "catalogue", value));
    }
}
