package dev.forewarn.engine.operator;

import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Verdict;
import dev.forewarn.avro.Wire;
import dev.forewarn.engine.timeline.Catalogues;
import dev.forewarn.engine.timeline.FakeCompiler;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.Outbound;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogueFunctionTest {

    private static final long PUBLISHED = at("2026-03-10T12:00");

    private static final long DECIDED = PUBLISHED + 5_000;

    private OneInputStreamOperatorTestHarness<CatalogueRecord, BundleNews> harness;
    private long offset = 7;
    private int written;

    @BeforeEach
    void start() throws Exception {
        harness = ProcessFunctionTestHarnesses.forProcessFunction(function(List.of(), CatalogueBacklog.NONE));
    }

    private static CatalogueFunction function(List<String> approvers, CatalogueBacklog backlog) {
        return new CatalogueFunction("forewarn.catalogue.v1", "v1", 30_000, approvers, new FakeCompiler(), backlog);
    }

    @AfterEach
    void stop() throws Exception {
        harness.close();
    }

    @Test
    void aSoundBundleIsACandidateAndInForceALeadAfterTheVerdict() throws Exception {
        CatalogueRecord bundle = publish("live", "v2 600");
        assertThat(news()).containsExactly("CANDIDATE v2 " + (PUBLISHED + 30_000));
        assertThat(verdicts()).isEmpty();
        read(Catalogues.acceptance(offset++, DECIDED, bundle));
        assertThat(news()).endsWith("LIVE v2 " + (DECIDED + 30_000)).hasSize(2);
        assertThat(rejects()).isEmpty();
    }

    @Test
    void theFirstVerdictCountsAndStrayOnesDoNot() throws Exception {
        CatalogueRecord first = publish("live", "v2 600");
        CatalogueRecord second = publish("live", "v3 700");
        read(Catalogues.refusal(offset++, DECIDED, first));
        read(Catalogues.acceptance(offset++, DECIDED, first));
        read(Catalogues.acceptance(offset++, DECIDED + 1, second));
        read(Catalogues.refusal(offset++, DECIDED + 2, second));
        read(Catalogues.acceptance(offset++, DECIDED, Catalogues.live(99, PUBLISHED, "v4 800")));
        assertThat(news()).hasSize(3).endsWith("LIVE v3 " + (DECIDED + 30_001));
        assertThat(verdicts())
                .extracting(verdict -> verdict.getOffset() + " " + verdict.getReason())
                .containsExactly("7 too-many-worse", "8 accepted");
        assertThat(rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.getOffset()).isEqualTo(7);
            assertThat(reject.getReason()).isEqualTo("too-many-worse");
            assertThat(reject.getDetail()).contains("of 100, 100 would be");
            assertThat(StandardCharsets.UTF_8.decode(reject.getInput()).toString())
                    .isEqualTo("v2 600");
        });
    }

    @Test
    void aVerdictThatCannotBeReadIsRefused() throws Exception {
        read(Catalogues.record("verdict", offset++, DECIDED, "accepted", Map.of()));
        assertThat(rejects()).extracting(Reject::getReason).containsExactly("undecodable");
    }

    @Test
    void whoReadsTheTopicAnewSaysNoVerdictAgain() throws Exception {
        CatalogueRecord good = Catalogues.live(0, PUBLISHED, "v2 600");
        CatalogueRecord bad = Catalogues.live(1, PUBLISHED, "nonsense");
        List<CatalogueRecord> topic =
                List.of(good, bad, Catalogues.acceptance(2, DECIDED, good), Catalogues.refusal(3, DECIDED, bad));
        harness = ProcessFunctionTestHarnesses.forProcessFunction(function(List.of("wang"), () -> topic));
        for (CatalogueRecord record : topic) {
            read(record);
        }
        assertThat(written).as("verdicts").isZero();
        assertThat(news())
                .as("accepted once, though nobody had to approve it then")
                .containsExactly("LIVE v2 " + (DECIDED + 30_000));
    }

    @Test
    void whatWaitsForAVerdictOutlivesARestart() throws Exception {
        CatalogueRecord bundle = publish("live", "v2 600");
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        harness = new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(function(List.of(), CatalogueBacklog.NONE)), 1, 1, 0);
        harness.setup();
        harness.initializeState(state);
        harness.open();
        read(Catalogues.acceptance(offset++, DECIDED, bundle));
        assertThat(news()).containsExactly("LIVE v2 " + (DECIDED + 30_000));
    }

    @Test
    void aShadowNeedsNoVerdictAndEndsWithARecordWithoutValue() throws Exception {
        publish("shadow", "v2 600");
        publish("shadow", new byte[0]);
        assertThat(news()).containsExactly("SHADOW v2 " + (PUBLISHED + 30_000), "SHADOW  " + (PUBLISHED + 30_000));
    }

    @Test
    void aBundleThatIsToTakeEffectLaterDoes() throws Exception {
        publish("live", utf8("v2 600"), Map.of("effective-at", "2026-07-01T00:00:00Z"));
        publish("live", utf8("v2 600"), Map.of("effective-at", "2026-01-01T00:00:00Z"));
        publish("live", utf8("v2 600"), Map.of("effective-at", "soon"));
        publish("live", utf8("v2 600"), Map.of("effective-at", "+999999999-12-31T23:59:59Z"));
        assertThat(harness.extractOutputValues())
                .extracting(news -> Instant.ofEpochMilli(news.bundle().effectiveAtMs()))
                .containsExactly(Instant.parse("2026-07-01T00:00:00Z"), Instant.ofEpochMilli(PUBLISHED + 30_000));
        assertThat(rejects()).hasSize(2).allMatch(reject -> reject.getDetail().contains("effective-at"));
    }

    @Test
    void whereApproversAreNamedALiveBundleTakesTwoPersons() throws Exception {
        stop();
        harness =
                ProcessFunctionTestHarnesses.forProcessFunction(function(List.of("wang", "li"), CatalogueBacklog.NONE));
        publish("live", utf8("v2 600"), Map.of());
        publish("live", utf8("v2 600"), Map.of("author", "li", "approver", "li"));
        publish("live", utf8("v2 600"), Map.of("author", "li", "approver", "zhao"));
        publish("shadow", utf8("v2 600"), Map.of("author", "li"));
        publish("live", utf8("v2 600"), Map.of("author", "li", "approver", "wang"));
        assertThat(harness.extractOutputValues())
                .extracting(BundleNews::stage)
                .containsExactly(BundleNews.Stage.SHADOW, BundleNews.Stage.CANDIDATE);
        assertThat(rejects())
                .extracting(Reject::getReason)
                .containsOnly("not-approved")
                .hasSize(3);
    }

    @Test
    void everyRecordHasAVerdictInTheAudit() throws Exception {
        CatalogueRecord live =
                publish("live", utf8("v2 600"), Map.of("author", "li", "approver", "wang", "comment", "新办法"));
        read(Catalogues.acceptance(offset++, DECIDED, live));
        publish("shadow", utf8("v3 700"), Map.of("author", "li"));
        publish("live", "nonsense");
        assertThat(verdicts())
                .extracting(v -> String.join(
                        " ", v.getStage(), v.getVersion(), v.getReason(), v.getPreviousVersion(), v.getAuthor()))
                .containsExactly("live v accepted v1 li", "shadow v3 accepted v2 li", "live  bad-catalogue v2 null");
        assertThat(verdicts().get(0)).satisfies(v -> {
            assertThat(v.getAccepted()).isTrue();
            assertThat(v.getApprover()).isEqualTo("wang");
            assertThat(v.getComment()).isEqualTo("新办法");
            assertThat(v.getPublishedAt().toEpochMilli()).isEqualTo(PUBLISHED);
            assertThat(v.getEffectiveAt()).isEqualTo(Instant.ofEpochMilli(DECIDED + 30_000));
        });
        assertThat(verdicts().get(2).getDetail()).contains("line 2");
    }

    @Test
    void aBadBundleIsRefusedWithAllItsFaultsAndTheNextOneIsRead() throws Exception {
        publish("live", "nonsense");
        publish("live", "v2 600");
        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(rejects()).hasSize(1);
        Reject reject = rejects().get(0);
        assertThat(reject.getReason()).isEqualTo("bad-catalogue");
        assertThat(reject.getDetail()).contains("line 1").contains("line 2");
        assertThat(StandardCharsets.UTF_8.decode(reject.getInput()).toString()).isEqualTo("nonsense");
    }

    @Test
    void aReaderThatFailsIsNoReasonToStop() throws Exception {
        publish("live", "crash 1");
        assertThat(rejects()).extracting(Reject::getReason).containsExactly("bad-catalogue");
        assertThat(rejects().get(0).getDetail()).contains("the reader has a bug");
    }

    @Test
    void otherStagesTombstonesHugeTextsAndBytesThatAreNoTextAreRefused() throws Exception {
        publish("draft", "v2 600");
        publish("", "v2 600");
        publish("live", new byte[0]);
        publish("live", new byte[BundleCheck.BUNDLE_BYTES + 1]);
        publish("live", new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(rejects())
                .extracting(Reject::getReason)
                .containsExactly("bad-catalogue", "bad-catalogue", "missing-value", "too-large", "bad-catalogue");
    }

    @Test
    void aShareThatIsNoneIsRefused() throws Exception {
        for (String share : List.of("5%", "1.01", "-0.1", "1e-1")) {
            publish("live", utf8("v2 600"), Map.of("may-move", share));
        }
        assertThat(news()).isEmpty();
        assertThat(rejects()).hasSize(4).allMatch(reject -> reject.getDetail().contains("may-move"));
    }

    private CatalogueRecord publish(String stage, String text) throws Exception {
        return publish(stage, utf8(text));
    }

    private CatalogueRecord publish(String stage, byte[] text) throws Exception {
        return publish(stage, text, Map.of());
    }

    /** Publishes, and reads the verdict if there is one at once. */
    private CatalogueRecord publish(String stage, byte[] text, Map<String, String> headers) throws Exception {
        CatalogueRecord record = new CatalogueRecord(stage, text, headers, 0, offset++, PUBLISHED);
        read(record);
        for (byte[] verdict : Spoken.messages(harness, Outbound.Channel.VERDICTS).stream()
                .skip(written)
                .toList()) {
            written++;
            read(Catalogues.verdict(offset++, DECIDED, verdict));
        }
        return record;
    }

    private void read(CatalogueRecord record) throws Exception {
        harness.processElement(record, record.appendedAtMs());
    }

    /** Stage, version and instant of what all subtasks are told. */
    private List<String> news() {
        return harness.extractOutputValues().stream()
                .map(news -> news.stage() + " " + news.bundle().version() + " "
                        + news.bundle().effectiveAtMs())
                .toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Verdict> verdicts() {
        return Spoken.audit(harness);
    }

    private List<Reject> rejects() {
        var side = harness.getSideOutput(CatalogueFunction.REJECTS);
        return side == null
                ? List.of()
                : side.stream()
                        .map(record -> ((Decoded.Value<Reject>)
                                        Wire.decode(record.getValue().value(), Reject.class))
                                .value())
                        .toList();
    }
}
