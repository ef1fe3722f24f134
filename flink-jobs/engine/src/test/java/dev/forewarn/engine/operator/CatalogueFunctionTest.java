package dev.forewarn.engine.operator;

import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Verdict;
import dev.forewarn.avro.Wire;
import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.timeline.FakeCompiler;
import dev.forewarn.engine.wire.CatalogueRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogueFunctionTest {

    private static final long PUBLISHED = at("2026-03-10T12:00");

    private OneInputStreamOperatorTestHarness<CatalogueRecord, BundleNews> harness;

    @BeforeEach
    void start() throws Exception {
        harness = ProcessFunctionTestHarnesses.forProcessFunction(
                new CatalogueFunction("forewarn.catalogue.v1", "v1", 30_000, List.of(), new FakeCompiler()));
    }

    @AfterEach
    void stop() throws Exception {
        harness.close();
    }

    @Test
    void aSoundBundleTakesEffectAtItsPublicationPlusTheLead() throws Exception {
        publish("live", "v2 600");
        assertThat(harness.extractOutputValues())
                .containsExactly(new BundleNews(
                        BundleNews.Stage.LIVE, new BundleText("v2", PUBLISHED + 30_000, PUBLISHED, "v2 600")));
        assertThat(rejects()).isEmpty();
    }

    @Test
    void aShadowIsPublishedLikeAnyBundleAndEndsWithARecordWithoutValue() throws Exception {
        publish("shadow", "v2 600");
        publish("shadow", new byte[0]);
        assertThat(harness.extractOutputValues())
                .containsExactly(
                        new BundleNews(
                                BundleNews.Stage.SHADOW, new BundleText("v2", PUBLISHED + 30_000, PUBLISHED, "v2 600")),
                        new BundleNews(BundleNews.Stage.SHADOW, new BundleText("", PUBLISHED + 30_000, PUBLISHED, "")));
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
        harness = ProcessFunctionTestHarnesses.forProcessFunction(new CatalogueFunction(
                "forewarn.catalogue.v1", "v1", 30_000, List.of("wang", "li"), new FakeCompiler()));
        publish("live", utf8("v2 600"), Map.of());
        publish("live", utf8("v2 600"), Map.of("author", "li", "approver", "li"));
        publish("live", utf8("v2 600"), Map.of("author", "li", "approver", "zhao"));
        publish("shadow", utf8("v2 600"), Map.of("author", "li"));
        publish("live", utf8("v2 600"), Map.of("author", "li", "approver", "wang"));
        assertThat(harness.extractOutputValues())
                .extracting(BundleNews::stage)
                .containsExactly(BundleNews.Stage.SHADOW, BundleNews.Stage.LIVE);
        assertThat(rejects())
                .extracting(Reject::getReason)
                .containsOnly("not-approved")
                .hasSize(3);
    }

    @Test
    void everyRecordHasAVerdictInTheAudit() throws Exception {
        publish("live", utf8("v2 600"), Map.of("author", "li", "approver", "wang", "comment", "新办法"));
        publish("shadow", utf8("v3 700"), Map.of("author", "li"));
        publish("live", "nonsense");
        assertThat(verdicts())
                .extracting(v -> String.join(
                        " ", v.getStage(), v.getVersion(), v.getReason(), v.getPreviousVersion(), v.getAuthor()))
                .containsExactly("live v2 accepted v1 li", "shadow v3 accepted v2 li", "live  bad-catalogue v2 null");
        assertThat(verdicts().get(0)).satisfies(v -> {
            assertThat(v.getAccepted()).isTrue();
            assertThat(v.getApprover()).isEqualTo("wang");
            assertThat(v.getComment()).isEqualTo("新办法");
            assertThat(v.getPublishedAt().toEpochMilli()).isEqualTo(PUBLISHED);
            assertThat(v.getEffectiveAt()).isEqualTo(Instant.ofEpochMilli(PUBLISHED + 30_000));
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

    private void publish(String stage, String text) throws Exception {
        publish(stage, text.getBytes(StandardCharsets.UTF_8));
    }

    private void publish(String stage, byte[] text) throws Exception {
        publish(stage, text, Map.of());
    }

    private void publish(String stage, byte[] text, Map<String, String> headers) throws Exception {
        harness.processElement(new CatalogueRecord(stage, text, headers, 0, 7, PUBLISHED), PUBLISHED);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Verdict> verdicts() {
        return harness.getSideOutput(CatalogueFunction.AUDIT).stream()
                .map(record ->
                        ((Decoded.Value<Verdict>) Wire.decode(record.getValue().value(), Verdict.class)).value())
                .toList();
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
