package dev.forewarn.cli.count;

import static dev.forewarn.cli.count.Messages.assessment;
import static dev.forewarn.cli.count.Messages.monthlyClass;
import static dev.forewarn.cli.count.Messages.reject;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputCountTest {

    private final OutputCount outputs = new OutputCount();

    @Test
    void newestAssessmentOfABusinessSaysItsClass() {
        outputs.addAssessment(assessment("A", "B"));
        outputs.addAssessment(assessment("A", "D"));
        outputs.addAssessment(assessment("B", "A"));

        assertThat(outputs.assessments()).isEqualTo(3);
        assertThat(outputs.entitiesByClass()).isEqualTo(Map.of("A", 1L, "D", 1L));
    }

    @Test
    void monthOfABusinessCountsOnce() {
        outputs.addMonthlyClass(monthlyClass("A", "2026-04", "B"));
        outputs.addMonthlyClass(monthlyClass("A", "2026-04", "B"));
        outputs.addMonthlyClass(monthlyClass("A", "2026-05", "C"));
        outputs.addMonthlyClass(monthlyClass("B", "2025-12", "B"));

        assertThat(outputs.monthlyClasses()).isEqualTo(3);
        assertThat(outputs.monthlyByClass()).isEqualTo(Map.of("B", 2L, "C", 1L));
        assertThat(outputs.firstMonth()).isEqualTo(YearMonth.of(2025, 12));
        assertThat(outputs.lastMonth()).isEqualTo(YearMonth.of(2026, 5));
    }

    @Test
    void inputThatIsRefusedAgainAfterACrashCountsOnce() {
        outputs.addReject(reject("malformed", 1));
        outputs.addReject(reject("malformed", 1));
        outputs.addReject(reject("malformed", 2));
        outputs.addReject(reject("future-stamp", 3));

        assertThat(outputs.rejects()).isEqualTo(Map.of("malformed", 2L, "future-stamp", 1L));
    }
}
