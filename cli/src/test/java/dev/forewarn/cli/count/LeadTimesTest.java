package dev.forewarn.cli.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Cause;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Family;
import dev.forewarn.avro.Level;
import dev.forewarn.avro.RuleKind;
import dev.forewarn.avro.Signal;
import dev.forewarn.avro.Transition;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.handling.Outcome;
import dev.forewarn.core.indicator.Label;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadTimesTest {

    private static final Instant MAY = Instant.parse("2026-05-04T12:00:00Z");

    private final LeadTimes times = new LeadTimes(ZoneOffset.UTC, id -> switch (id) {
        case "filed" -> new Outcome(id, new Label(id, id), Outcome.Meaning.CONFIRMED, "");
        case "nothing" -> new Outcome(id, new Label(id, id), Outcome.Meaning.REFUTED, "");
        default -> null;
    });

    private void alert(String id, int revision, Family family, RuleKind kind, int leadDays, String outcome) {
        times.addAlert(Wire.encode(Alert.newBuilder()
                .setEntityId("E")
                .setAlertId(id)
                .setRevision(revision)
                .setAt(MAY)
                .setTransition(Transition.RAISED)
                .setCause(Cause.EVENT)
                .setSignal(Signal.FIRING)
                .setRule(kind == RuleKind.CROSSING ? "CROSS" : "T08")
                .setRuleNameZh("")
                .setRuleNameEn("a rule")
                .setKind(kind)
                .setFamily(family)
                .setLevel(Level.RED)
                .setPeakLevel(Level.RED)
                .setDomains(List.of("drug"))
                .setOpenedAt(MAY)
                .setClassified(revision > 1)
                .setLeadDays(leadDays)
                .setEvidenceCount(0)
                .setCatalogueVersion("")
                .setTextZh("")
                .setTextEn("")
                .setOutcome(outcome)
                .build()));
    }

    private void fact(String type, String alertId, String source) {
        times.addFact(Wire.encode(Event.newBuilder()
                .setEntityId("E")
                .setRecordedAt(MAY)
                .setType(type)
                .setEventId("e")
                .setOccurredAt(MAY)
                .setSource(source)
                .setAttributes(Map.of(LeadTimes.ALERT_ID, alertId))
                .build()));
    }

    @Test
    void alertsCountOnceByTheirLastRevisionAndLeadsStandApartFromReminders() {
        for (int i = 0; i < 10; i++) {
            alert("a" + i, 1, Family.LEAD, RuleKind.CROSSING, i, "");
        }
        alert("a3", 2, Family.LEAD, RuleKind.CROSSING, 3, "filed");
        alert("a3", 1, Family.LEAD, RuleKind.CROSSING, 3, "");
        alert("a4", 2, Family.LEAD, RuleKind.CROSSING, 4, "nothing");
        alert("r", 1, Family.REMINDER, RuleKind.TRIGGER, 27, "unhandled");
        fact("penalty.decided", "a3", "case-system");
        fact("penalty.decided", "a3", "case-system");
        fact("case.filed", "a4", "disposal");

        List<LeadTimes.Line> lines = times.lines(Instant.parse("2026-05-09T00:00:00Z"));
        assertThat(lines).extracting(LeadTimes.Line::family).containsExactly(Family.LEAD, Family.REMINDER);
        LeadTimes.Line leads = lines.get(0);
        assertThat(leads.alerts()).isEqualTo(10);
        assertThat(leads.leadDaysAt(50)).isEqualTo(4);
        assertThat(leads.leadDaysAt(90)).isEqualTo(8);
        assertThat(leads.crossings()).as("those whose month has ended").isEqualTo(6);
        assertThat(leads.classified()).isEqualTo(2);
        assertThat(leads.precision()).isEqualTo(0.5);
        assertThat(leads.followedBy()).as("a finding follows by itself").isEqualTo(Map.of("penalty.decided", 1));
        assertThat(lines.get(1).precision()).isNegative();
    }

    @Test
    void textHasLeadsAndRemindersAndWhatFollowed() {
        alert("a", 2, Family.LEAD, RuleKind.CROSSING, 12, "filed");
        fact("penalty.decided", "a", "case-system");
        StringWriter text = new StringWriter();
        new LeadTimesText(new PrintWriter(text)).print(times.lines(MAY.plusSeconds(40 * 86_400)));
        assertThat(text.toString())
                .contains("1 of 1 100%", "100% of 1", "found: filed 1", "followed by: penalty.decided 1")
                .containsPattern("Reminders\\R  none");
    }
}
