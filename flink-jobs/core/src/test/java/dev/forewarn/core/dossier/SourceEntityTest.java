package dev.forewarn.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.Family;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.alert.RuleTerms;
import dev.forewarn.core.alert.Transition;
import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Source;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.fact.Comparison;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.core.indicator.Measure;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Window;
import dev.forewarn.core.timeline.Events;
import dev.forewarn.core.timeline.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of a source is told of an entity that is no business. */
class SourceEntityTest {

    private static final String COURT = Source.entityId("court");

    private final EntityStep step = new EntityStep(CatalogueTimeline.of(catalogue()));
    private final List<Output> outputs = new ArrayList<>();
    private byte @Nullable [] dossier;

    /** The usual scheme and rules; silence is an alert, and so is it for a business to have had no penalty. */
    private static Catalogue catalogue() {
        Catalogue usual = Rulebook.empty().crossing(0, 0).build();
        List<Measure> measures = new ArrayList<>(usual.measures());
        measures.add(new Measure(
                "silence",
                List.of("source.silent"),
                List.of("source.heard"),
                Measure.Match.SUBJECT,
                FactCondition.ALWAYS,
                null,
                TextTerm.of(TextTerm.Kind.SUBJECT)));
        List<ReadingSpec> readings = new ArrayList<>(usual.readings());
        readings.add(ReadingSpec.of(Aggregate.ACTIVE, measures.size() - 1, Window.EVER));
        List<AlertRule> rules = new ArrayList<>(usual.rules());
        rules.add(rule("SILENT", new DayCondition.ReadingIs(readings.size() - 1, Comparison.AT_LEAST, Exact.ONE)));
        rules.add(rule("NONE", new DayCondition.ReadingIs(4, Comparison.LESS, Exact.ONE)));
        return new Catalogue(
                "v",
                usual.days(),
                measures,
                readings,
                usual.schemes(),
                rules,
                usual.retained(),
                usual.correctionHorizonDays(),
                usual.workingDays(),
                usual.baseline(),
                usual.handling(),
                List.of(
                        source("court", List.of("penalty.decided", "court.filed")),
                        source("tax", List.of("tax.owed")),
                        source("all", List.of())));
    }

    private static AlertRule rule(String id, DayCondition when) {
        return new AlertRule.Condition(
                new RuleTerms(id, new Label(id, id), Family.LEAD, List.of(), 0, 0, 0, ""),
                when,
                null,
                List.of(new AlertRule.DayLevel(Level.YELLOW, new DayCondition.All(List.of()))));
    }

    private static Source source(String key, List<String> feeds) {
        return new Source(key, new Label(key, key), "", "", 1, 0, "", false, feeds);
    }

    private void tell(String entityId, String localTime, Events told) {
        Event event = told.known(localTime);
        Event about = new Event(
                entityId,
                event.recordedAtMs(),
                event.type(),
                event.recordKey(),
                event.revision(),
                event.op(),
                event.entityName(),
                event.domains(),
                event.occurredAtMs(),
                event.dueAtMs(),
                event.endedAtMs(),
                event.source(),
                event.division(),
                event.grid(),
                event.severity(),
                event.amountMinor(),
                event.subject(),
                event.attributes(),
                event.numbers());
        take(step.onEvent(entityId, dossier, about));
    }

    private void take(Turn turn) {
        dossier = turn.dossier();
        outputs.addAll(turn.outputs());
    }

    @Test
    void aSourceHasAlertsAndNothingElse() {
        tell(COURT, "2026-01-15T00:00", Events.of("source.silent").subject("court"));
        take(step.onWake(COURT, Objects.requireNonNull(dossier), Events.ms("2026-03-15T00:00")));
        tell(COURT, "2026-03-15T10:00", Events.of("source.heard").subject("court"));

        assertThat(outputs)
                .allSatisfy(output -> assertThat(output).isInstanceOf(Output.Alerted.class))
                .extracting(output -> ((Output.Alerted) output).change().transition())
                .containsExactly(Transition.RAISED, Transition.CLEARED);
        Output.Alerted raised = (Output.Alerted) outputs.get(0);
        assertThat(raised.change().after().ruleId()).isEqualTo("SILENT");
        assertThat(raised.assessment().standings()).isEmpty();
        assertThat(raised.assessment().headline()).isEmpty();
        Assessment asked = step.assess(COURT, Objects.requireNonNull(dossier), Events.ms("2026-03-15T10:00"));
        assertThat(asked.standings()).isEmpty();
        assertThat(asked.facts()).isEqualTo(2);
    }

    @Test
    void aBusinessRestsOnTheSourcesThatFeedItsSchemes() {
        tell(Events.ENTITY, "2026-01-15T10:00", Events.profile("Shop"));

        Assessment assessment =
                step.assess(Events.ENTITY, Objects.requireNonNull(dossier), Events.ms("2026-01-15T10:00"));
        assertThat(step.sourcesBehind(assessment)).extracting(Source::key).containsExactly("court", "all");
        assertThat(outputs)
                .filteredOn(Output.Alerted.class::isInstance)
                .extracting(output -> ((Output.Alerted) output).change().after().ruleId())
                .containsExactly("NONE");
    }
}
