package dev.forewarn.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.alert.Answer;
import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.handling.Handling;
import dev.forewarn.core.time.LocalDays;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells the life of one entity as a time line: what becomes known, how time passes, and what the engine said meanwhile.
 */
public final class Story {

    private final EntityStep step;
    private final List<String> said = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private byte @Nullable [] dossier;

    public Story(Catalogue catalogue) {
        this(CatalogueTimeline.of(catalogue));
    }

    public Story(CatalogueTimeline timeline) {
        this.step = new EntityStep(timeline);
    }

    /** Something becomes known at a local time. */
    public Story at(String localTime, Events event) {
        take(step.onEvent(Events.ENTITY, dossier, event.known(localTime)));
        return this;
    }

    /** Somebody takes a step about the alert of which was spoken last, on what was said of it last. */
    public Story does(String localTime, String step, String... about) {
        return does(localTime, lastAlerted().change().after().revision(), step, about);
    }

    /**
     * Somebody takes a step about the alert of which was spoken last.
     *
     * @param revision the revision that the person saw
     * @param about what the step says: pairs of {@code outcome}, {@code case}, {@code unit}, {@code comment} or
     *     {@code until} and a value
     */
    public Story does(String localTime, int revision, String step, String... about) {
        Turn turn = step().onDisposal(dossier, Steps.step(lastAlerted().alertId(), revision, localTime, step, about));
        if (turn.answer() instanceof Answer.Refused refused) {
            said.add(localTime + " refused: " + refused.detail());
        }
        take(turn);
        return this;
    }

    private Output.Alerted lastAlerted() {
        Output.Alerted last = null;
        for (Output output : outputs) {
            last = output instanceof Output.Alerted alerted ? alerted : last;
        }
        return Objects.requireNonNull(last, "no alert has been raised");
    }

    /** How people are with the alert of which was spoken last. */
    public Handling handling() {
        return lastAlerted().change().after().handling();
    }

    /** Time passes to a local time, with a wake-up for each thing that is due. */
    public Story until(String localTime) {
        take(step.onWake(Events.ENTITY, Objects.requireNonNull(dossier), Events.ms(localTime)));
        return this;
    }

    /** Checks all transitions of alerts since the last check. */
    public Story expectAlerts(String... transitions) {
        assertThat(said).containsExactly(transitions);
        said.clear();
        return this;
    }

    /** The last transition since the last check. */
    public String lastAlert() {
        return said.get(said.size() - 1);
    }

    public Story expectClass(String label, int score) {
        Assessment last = lastAssessment();
        assertThat(last.headline()).isEqualTo(label);
        assertThat(last.standings().get(0).score()).isEqualTo(score);
        return this;
    }

    public Assessment lastAssessment() {
        Assessment last = null;
        for (Output output : outputs) {
            if (output instanceof Output.Assessed assessed) {
                last = assessed.assessment();
            }
        }
        return Objects.requireNonNull(last, "nothing was assessed");
    }

    /** The teams that each transition of an alert went to. */
    public List<List<String>> alertDomains() {
        return outputs.stream()
                .filter(Output.Alerted.class::isInstance)
                .map(output -> ((Output.Alerted) output).domains())
                .toList();
    }

    public List<Output> outputs() {
        return outputs;
    }

    public byte[] dossier() {
        return Objects.requireNonNull(dossier, "nothing is kept");
    }

    public boolean isForgotten() {
        return dossier == null;
    }

    public EntityStep step() {
        return step;
    }

    private void take(Turn turn) {
        dossier = turn.dossier();
        for (Output output : turn.outputs()) {
            outputs.add(output);
            if (output instanceof Output.Alerted alerted) {
                said.add(line(alerted));
            } else if (output instanceof Output.MonthClosed closed) {
                said.add(month(closed.month()) + " class " + closed.headline());
            }
        }
    }

    private static String line(Output.Alerted alerted) {
        var change = alerted.change();
        String reason = change.reason() == null ? "" : " (" + change.reason().wireName() + ")";
        String subject =
                change.after().subject().isEmpty() ? "" : " " + change.after().subject();
        if (change.step() != null) {
            return local(change.atMs()) + " " + change.step().step().wireName() + " -> "
                    + change.after().handling().state() + " r" + change.after().revision();
        }
        String told = change.addressee().isEmpty() ? "" : " to " + change.addressee();
        return local(change.atMs()) + " " + change.transition() + told + " "
                + change.after().level() + " "
                + change.after().ruleId() + subject + reason + " by " + change.cause() + " r"
                + change.after().revision();
    }

    private static String month(int month) {
        return LocalDateTime.ofEpochSecond(LocalDays.firstDayOf(month) * 86_400L, 0, java.time.ZoneOffset.UTC)
                .toString()
                .substring(0, 7);
    }

    private static String local(long instantMs) {
        return Instant.ofEpochMilli(instantMs)
                .atZone(Events.ZONE)
                .toLocalDateTime()
                .toString();
    }
}
