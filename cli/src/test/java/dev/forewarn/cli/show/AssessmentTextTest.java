package dev.forewarn.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.StaleSource;
import dev.forewarn.cli.catalogue.ExampleRun;
import dev.forewarn.cli.catalogue.ExampleSuite;
import dev.forewarn.engine.catalogue.CatalogueReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AssessmentTextTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void everyPartOfTheScoreStandsThereWithItsFactsAndTheDayOnWhichItChanges() {
        assertThat(new AssessmentText(ZONE, false).of(golden("E4")))
                .contains("EXAMPLE", "general: 420 of 1000, class B, fused B")
                .contains(
                        "+153  G3.1.1   ordinary-procedure penalties (reads 1, 180 points); changes on 2027-06-20",
                        "penalty.decided penalty.decided/2 of 2026-06-20, from example",
                        "  420  = score",
                        "open alerts",
                        "BLUE   CROSS general",
                        "YELLOW T05 B7");
    }

    @Test
    void theSameInChineseHasNoEnglishLabels() {
        String text = new AssessmentText(ZONE, true).of(golden("E4"));
        assertThat(text)
                .contains("行政处罚次数（读数 1，180 分）；变动日 2027-06-20", "= 得分", "未解除预警", "最差等级 B", "来源 example")
                .doesNotContain("reads", "points", "open alert", "worst class ", "as of");
    }

    @Test
    void silentSourcesAreNamed() {
        Assessment assessment = golden("E4");
        assessment.setSources(List.of(
                new StaleSource(
                        "court", "法院", "the court", LocalDate.parse("2026-06-10"), LocalDate.parse("2026-06-08")),
                new StaleSource("tax", "税务", "the tax office", LocalDate.parse("2026-06-11"), null)));
        assertThat(new AssessmentText(ZONE, false).of(assessment))
                .contains(
                        "silent sources",
                        "the court (court) since 2026-06-10, last heard 2026-06-08",
                        "the tax office (tax) since 2026-06-11, last heard never");
        assertThat(new AssessmentText(ZONE, true).of(assessment)).contains("税务（tax）自 2026-06-11 起静默，最近一次收到 从未");
    }

    private static Assessment golden(String name) {
        Path shipped = Path.of("..", "config", "catalogue");
        if (!(CatalogueReader.read(shipped) instanceof CatalogueReader.Read read)) {
            throw new AssertionError("the shipped catalogue is sound");
        }
        ExampleRun run = ExampleSuite.run(shipped, read.bundle().catalogue()).runs().stream()
                .filter(candidate -> candidate.example().name().startsWith(name + " "))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(run.assessment());
    }
}
