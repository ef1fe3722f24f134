package dev.forewarn.engine.operator;

import dev.forewarn.avro.Verdict;
import dev.forewarn.engine.timeline.Catalogues;
import dev.forewarn.engine.timeline.FakeCompiler;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.Outbound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;

/** The catalogue topic with all that read it and write to it, in harnesses. */
final class CatalogueLoop implements AutoCloseable {

    private final List<CatalogueRecord> topic;
    private final List<AssessHarness> subtasks;
    private final OneInputStreamOperatorTestHarness<CatalogueRecord, BundleNews> check;
    private final OneInputStreamOperatorTestHarness<Tally, Outbound> decision;
    private final List<Integer> talliesRead = new ArrayList<>();
    private int read;
    private int newsRead;
    private int reportsRead;
    private int verdictsRead;

    /** @param topic what has been published, which this adds to */
    CatalogueLoop(List<CatalogueRecord> topic, List<AssessHarness> subtasks) throws Exception {
        this.topic = topic;
        this.subtasks = subtasks;
        List<CatalogueRecord> before = List.copyOf(topic);
        check = ProcessFunctionTestHarnesses.forProcessFunction(new CatalogueFunction(
                "forewarn.catalogue.v1", "v1", 30_000, List.of(), new FakeCompiler(), () -> before));
        decision = ProcessFunctionTestHarnesses.forProcessFunction(new VerdictFunction(500));
        subtasks.forEach(subtask -> talliesRead.add(0));
    }

    void publish(String text, long atMs, String mayMove) {
        topic.add(Catalogues.record("live", topic.size(), atMs, text, Map.of("author", "li", "may-move", mayMove)));
    }

    /** Reads and writes until nobody has anything more to say; what is written is taken in at an instant. */
    void turn(long atMs) throws Exception {
        int before;
        do {
            before = topic.size();
            readTopic();
            append(
                    Spoken.messages(check, Outbound.Channel.VERDICTS).stream()
                            .skip(reportsRead)
                            .toList(),
                    atMs);
            reportsRead = Spoken.messages(check, Outbound.Channel.VERDICTS).size();
            tryCandidates();
            List<byte[]> verdicts = decision.extractOutputValues().stream()
                    .skip(verdictsRead)
                    .map(Outbound::value)
                    .toList();
            verdictsRead += verdicts.size();
            append(verdicts, atMs);
        } while (topic.size() > before);
        readTopic();
    }

    private void readTopic() throws Exception {
        for (; read < topic.size(); read++) {
            check.processElement(topic.get(read), topic.get(read).appendedAtMs());
        }
        List<BundleNews> news = check.extractOutputValues();
        for (; newsRead < news.size(); newsRead++) {
            for (AssessHarness subtask : subtasks) {
                subtask.hear(news.get(newsRead));
            }
        }
    }

    private void tryCandidates() throws Exception {
        for (int i = 0; i < subtasks.size(); i++) {
            subtasks.get(i).walk();
            List<Tally> tallies = subtasks.get(i).tallies();
            for (Tally tally : tallies.subList(talliesRead.get(i), tallies.size())) {
                decision.processElement(tally, 0);
            }
            talliesRead.set(i, tallies.size());
        }
    }

    private void append(List<byte[]> verdicts, long atMs) {
        for (byte[] verdict : verdicts) {
            topic.add(Catalogues.verdict(topic.size(), atMs, verdict));
        }
    }

    List<Verdict> audit() {
        return Spoken.audit(check);
    }

    @Override
    public void close() throws Exception {
        check.close();
        decision.close();
        for (AssessHarness subtask : subtasks) {
            subtask.close();
        }
    }
}
