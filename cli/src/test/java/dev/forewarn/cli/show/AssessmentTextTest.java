package dev.forewarn.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Assessment;
import dev.forewarn.cli.catalogue.ExampleRun;
import dev.forewarn.cli.catalogue.ExampleSuite;
import dev.forewarn.engine.catalogue.CatalogueReader;
import java.nio.file.Path;
import java.time.ZoneId;
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
