package dev.forewarn.core.oracle;

import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.assess.Contribution;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.time.Horizon;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lives one log through in the oracle and, woken in three ways, in the core. */
final class HistoryCheck {

    private final Case made;
    private final PlainHistory oracle;
    private final Dice dice;
    private final Dice explanationDice;

    HistoryCheck(Case made) {
        this.made = made;
        this.oracle = new PlainHistory(made.timeline());
        this.dice = new Dice(~made.seed());
        this.explanationDice = new Dice(made.seed() + 1);
    }

    @Nullable
    String findBreach() {
        CoreRun unwoken = new CoreRun(made.timeline());
        for (Message message : made.log()) {
            oracle.onMessage(message);
            unwoken.onMessage(message);
            @Nullable String breach = compareToday(unwoken);
            if (breach != null) {
                return "after " + CaseText.of(message) + "\n" + breach;
            }
        }
        oracle.advanceTo(made.untilMs());
        unwoken.wake(made.untilMs());
        return firstOf(compareToday(unwoken), compareHistory(unwoken), compareWakings(unwoken.outputs()));
    }

    private static @Nullable String firstOf(@Nullable String... breaches) {
        for (@Nullable String breach : breaches) {
            if (breach != null) {
                return breach;
            }
        }
        return null;
    }

    // --- one day

    private @Nullable String compareToday(CoreRun core) {
        Assessment assessment = Objects.requireNonNull(core.assess(oracle.nowMs()), "no dossier is left");
        return firstOf(
                Difference.between(
                        "assessment",
                        comparable(PlainSays.assessment(oracle.rules().day(), oracle.baselines())),
                        comparable(CoreSays.assessment(assessment, domain -> true))),
                Difference.between(
                        "holding conditions",
                        PlainSays.holdings(oracle.rules(), key -> true),
                        CoreSays.holdings(core.holdings(oracle.nowMs()), key -> true)),
                changesTooEarly(assessment),
                dropsTooEarly(assessment),
                explainsWrongly(assessment));
    }

    /** To look ahead costs much, so it is done on some days only. */
    private @Nullable String explainsWrongly(Assessment assessment) {
        ExplanationCheck check = new ExplanationCheck(oracle.rules().day(), oracle.classified());
        return firstOf(
                explanationDice.percent(40) ? check.findBreachOfToday(assessment) : null,
                explanationDice.percent(5) ? check.findBreachAhead(assessment, explanationDice.percent(15)) : null);
    }

    /** The oracle never drops a row; where the core does, their number differs and nothing else may. */
    private List<String> comparable(List<String> lines) {
        boolean isForgetful = oracle.catalogue().correctionHorizonDays() < RandomCase.FAR_DAYS;
        return isForgetful
                ? lines.stream()
                        .map(line -> line.replaceFirst("facts \\d+", "facts"))
                        .toList()
                : lines;
    }

    /** Until the day that the assessment names, time alone may not move the standing. */
    private @Nullable String changesTooEarly(Assessment assessment) {
        for (LocalDate later : daysBefore(assessment.nextChange())) {
            PlainDay then =
                    new PlainDay(oracle.catalogue(), oracle.rules().day().facts(), later);
            @Nullable
            String change = Difference.between(
                    "standing on " + later + ", before its next change on day " + assessment.nextChange(),
                    standings(oracle.rules().day()),
                    standings(then));
            if (change != null) {
                return change;
            }
        }
        return null;
    }

    private static List<String> standings(PlainDay day) {
        return day.schemes().stream()
                .map(scheme -> scheme.domain() + " " + day.standing(scheme))
                .toList();
    }

    private @Nullable String dropsTooEarly(Assessment assessment) {
        for (Contribution contribution : assessment.contributions()) {
            Scheme scheme = oracle.catalogue().schemes().get(oracle.catalogue().schemeOf(contribution.domain()));
            Object now = earning(oracle.rules().day(), scheme, contribution.id());
            for (LocalDate later : daysBefore(contribution.dropsOn())) {
                PlainDay then =
                        new PlainDay(oracle.catalogue(), oracle.rules().day().facts(), later);
                if (!now.equals(earning(then, scheme, contribution.id()))) {
                    return contribution.id() + " in " + contribution.domain() + " changes on " + later
                            + ", before it drops on day " + contribution.dropsOn();
                }
            }
        }
        return null;
    }

    /** What an indicator earns, or whether a mitigation counts. */
    private static Object earning(PlainDay day, Scheme scheme, String id) {
        return scheme.indicators().stream()
                .filter(indicator -> indicator.id().equals(id))
                .map(indicator -> (Object) day.share(scheme, indicator))
                .findFirst()
                .orElseGet(() -> scheme.mitigations().stream()
                        .filter(mitigation -> mitigation.id().equals(id))
                        .anyMatch(mitigation -> day.isAboveZero(mitigation.reading())));
    }

    /** A few days between today and another one. */
    private List<LocalDate> daysBefore(int end) {
        LocalDate today = oracle.rules().day().today();
        List<LocalDate> days = new ArrayList<>();
        int last = end == Horizon.NEVER ? (int) today.toEpochDay() + 1500 : end - 1;
        for (int count = 0; count < 3; count++) {
            int day = count == 0 ? last : dice.between(Math.min((int) today.toEpochDay() + 1, last), last);
            if (day > today.toEpochDay()) {
                days.add(LocalDate.ofEpochDay(day));
            }
        }
        return days;
    }

    // --- the whole history

    private @Nullable String compareHistory(CoreRun core) {
        PlainCalendar calendar = new PlainCalendar(oracle.catalogue().days().zone());
        return firstOf(
                Difference.between(
                        "alerts",
                        inOrder(PlainSays.alerts(oracle, calendar)),
                        inOrder(CoreSays.alerts(core.outputs(), made.events()))),
                Difference.between("month ends", PlainSays.months(oracle), CoreSays.months(core.outputs())));
    }

    /** Alerts of one instant by rule and subject; the transitions of one alert stay in their order. */
    private static List<String> inOrder(List<String> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(line -> line.substring(0, line.indexOf(" | ", line.indexOf(" | ") + 1))))
                .toList();
    }

    private @Nullable String compareWakings(List<Output> expected) {
        CoreRun prompt = new CoreRun(made.timeline(), 1);
        CoreRun late = new CoreRun(made.timeline());
        List<Long> instants = Case.instants(made.log());
        for (int i = 0; i < instants.size(); i++) {
            wakePromptly(prompt, instants.get(i));
            wakeNowAndThen(late, instants.get(i));
            prompt.onMessage(made.log().get(i));
            late.onMessage(made.log().get(i));
        }
        wakePromptly(prompt, made.untilMs());
        int said = prompt.outputs().size();
        prompt.wake(made.untilMs());
        wakeNowAndThen(late, made.untilMs());
        late.wake(made.untilMs());
        if (prompt.outputs().size() > said) {
            return "no timer was set for " + prompt.outputs().get(said);
        }
        return firstOf(
                Difference.between("outputs, woken at once", texts(expected), texts(prompt.outputs())),
                Difference.between("outputs, woken late", texts(expected), texts(late.outputs())));
    }

    /** The engine walks all entities when a catalogue takes effect, so that needs no timer. */
    private void wakePromptly(CoreRun prompt, long untilMs) {
        for (CatalogueTimeline.Entry entry : made.timeline().entries()) {
            if (entry.effectiveAtMs() <= untilMs) {
                prompt.fireTimers(entry.effectiveAtMs());
                prompt.wake(entry.effectiveAtMs());
            }
        }
        prompt.fireTimers(untilMs);
    }

    private static List<String> texts(List<Output> outputs) {
        return outputs.stream().map(Output::toString).toList();
    }

    /** Some timers late, some not at all, and some wake-ups that nobody asked for. */
    private void wakeNowAndThen(CoreRun late, long untilMs) {
        while (late.nextTimerMs() <= untilMs && dice.percent(70)) {
            long at = dice.percent(30) ? late.nextTimerMs() : dice.between(late.nextTimerMs(), untilMs);
            late.dropTimers(at);
            late.wake(at);
        }
    }
}
