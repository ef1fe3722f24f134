package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.DirectRule;
import dev.forewarn.core.catalogue.Mitigation;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.indicator.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a failing case smaller as long as it fails: one event, catalogue, rule or indicator less at a time. */
final class Shrinker {

    private final Predicate<Case> fails;

    Shrinker(Predicate<Case> fails) {
        this.fails = fails;
    }

    Case shrink(Case failing) {
        Case smallest = failing;
        for (Case next = withoutSomething(smallest); next != null; next = withoutSomething(smallest)) {
            smallest = next;
        }
        return smallest;
    }

    private @Nullable Case withoutSomething(Case failing) {
        for (Case smaller : smaller(failing)) {
            if (fails.test(smaller)) {
                return smaller;
            }
        }
        return null;
    }

    private static List<Case> smaller(Case failing) {
        List<Case> smaller = new ArrayList<>();
        // Where rows are dropped the first event is the registration, without which all is forgotten.
        int first = failing.last().correctionHorizonDays() < RandomCase.FAR_DAYS ? 1 : 0;
        for (int i = first; i < failing.log().size() && failing.log().size() > 1; i++) {
            smaller.add(failing.withLog(without(failing.log(), i)));
        }
        List<CatalogueTimeline.Entry> entries = failing.timeline().entries();
        for (int i = 1; i < entries.size(); i++) {
            smaller.add(failing.withTimeline(new CatalogueTimeline(without(entries, i))));
        }
        entries.stream()
                .map(CatalogueTimeline.Entry::catalogue)
                .distinct()
                .forEach(catalogue -> simpler(catalogue)
                        .forEach(simpler -> smaller.add(failing.withTimeline(replaced(entries, catalogue, simpler)))));
        for (int i = 0; i < failing.log().size(); i++) {
            List<Message> log = new ArrayList<>(failing.log());
            log.set(i, plainer(log.get(i)));
            if (!log.equals(failing.log())) {
                smaller.add(failing.withLog(log));
            }
        }
        return smaller;
    }

    private static CatalogueTimeline replaced(List<CatalogueTimeline.Entry> entries, Catalogue from, Catalogue to) {
        return new CatalogueTimeline(entries.stream()
                .map(entry ->
                        entry.catalogue().equals(from) ? new CatalogueTimeline.Entry(entry.effectiveAtMs(), to) : entry)
                .toList());
    }

    private static List<Catalogue> simpler(Catalogue catalogue) {
        List<Catalogue> simpler = new ArrayList<>();
        without(catalogue.rules()).forEach(rules -> simpler.add(with(catalogue, catalogue.schemes(), rules)));
        for (int i = 0; i < catalogue.schemes().size(); i++) {
            for (Scheme scheme : simpler(catalogue.schemes().get(i))) {
                List<Scheme> schemes = new ArrayList<>(catalogue.schemes());
                schemes.set(i, scheme);
                simpler.add(with(catalogue, schemes, catalogue.rules()));
            }
        }
        return simpler;
    }

    private static Catalogue with(Catalogue catalogue, List<Scheme> schemes, List<AlertRule> rules) {
        return new Copy(catalogue).schemes(schemes).rules(rules).made();
    }

    private static List<Scheme> simpler(Scheme scheme) {
        List<Scheme> simpler = new ArrayList<>();
        without(scheme.indicators())
                .forEach(one -> simpler.add(with(scheme, one, scheme.mitigations(), scheme.direct())));
        without(scheme.mitigations())
                .forEach(one -> simpler.add(with(scheme, scheme.indicators(), one, scheme.direct())));
        without(scheme.direct())
                .forEach(one -> simpler.add(with(scheme, scheme.indicators(), scheme.mitigations(), one)));
        return simpler;
    }

    private static Scheme with(
            Scheme scheme, List<Indicator> indicators, List<Mitigation> mitigations, List<DirectRule> direct) {
        return new Scheme(
                scheme.domain(),
                scheme.name(),
                scheme.combination(),
                scheme.scale(),
                scheme.bands(),
                indicators,
                mitigations,
                direct,
                scheme.groups(),
                scheme.applies(),
                scheme.fusion());
    }

    private static Message plainer(Message message) {
        return message instanceof Message.OfEvent of ? new Message.OfEvent(plainer(of.event())) : message;
    }

    /** The event without what it need not say. */
    private static Event plainer(Event event) {
        EventDraft draft = new EventDraft(event.type(), event.recordKey(), event.recordedAtMs());
        draft.revision = event.revision();
        draft.op = event.op();
        draft.occurredAtMs = event.occurredAtMs();
        draft.dueAtMs = event.dueAtMs();
        draft.endedAtMs = event.endedAtMs();
        draft.subject = event.subject();
        return draft.finished();
    }

    private static <T> List<List<T>> without(List<T> things) {
        Function<Integer, List<T>> rest = position -> without(things, position);
        return IntStream.range(0, things.size()).boxed().map(rest).toList();
    }

    private static <T> List<T> without(List<T> things, int position) {
        List<T> rest = new ArrayList<>(things);
        rest.remove(position);
        return rest;
    }
}
