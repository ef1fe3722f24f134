package dev.forewarn.core.dossier;

import dev.forewarn.core.alert.AlertBook;
import dev.forewarn.core.alert.AlertIdentity;
import dev.forewarn.core.alert.AlertState;
import dev.forewarn.core.alert.Holding;
import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.assess.Assessor;
import dev.forewarn.core.assess.Feeds;
import dev.forewarn.core.assess.Look;
import dev.forewarn.core.assess.Plan;
import dev.forewarn.core.bytes.Unpacker;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Source;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.OfficialClass;
import dev.forewarn.core.fact.Applied;
import dev.forewarn.core.fact.FactBook;
import dev.forewarn.core.handling.Disposal;
import dev.forewarn.core.time.Horizon;
import dev.forewarn.core.time.LocalDays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one step that moves an entity: packed dossier and event, or instant, in; packed dossier and outputs out. A pure
 * function of the two and of the timeline of catalogues. Not for use by two threads at once.
 */
public final class EntityStep {

    /** Day work is spread over this long after local midnight where nothing else is set, in ms. */
    public static final long DEFAULT_SPREAD_MS = 600_000;

    private final CatalogueTimeline timeline;
    private final long spreadMs;
    private final Map<String, Assessor> assessors = new HashMap<>();
    private final Map<String, Assessor> assessorsOfSources = new HashMap<>();
    private final Map<String, Feeds> feeds = new HashMap<>();
    private final DossierFormat format = new DossierFormat();

    public EntityStep(CatalogueTimeline timeline) {
        this(timeline, DEFAULT_SPREAD_MS);
    }

    /**
     * @param spreadMs over how long after local midnight the wake-ups of a day are spread, at least 1 ms; the results
     *     are as of midnight all the same
     */
    public EntityStep(CatalogueTimeline timeline, long spreadMs) {
        this.timeline = timeline;
        this.spreadMs = Math.max(1, spreadMs);
        for (CatalogueTimeline.Entry entry : timeline.entries()) {
            assessors.computeIfAbsent(
                    entry.catalogue().version(), version -> new Assessor(new Plan(entry.catalogue())));
        }
    }

    /** Lets everything happen that is due by the event's instant, then applies the event. */
    public Turn onEvent(String entityId, byte @Nullable [] packed, Event event) {
        Dossier dossier = packed == null ? open(event.recordedAtMs()) : DossierFormat.read(packed);
        long latenessMs = Math.max(0, dossier.clockMs - event.recordedAtMs());
        Advance advance = new Advance(entityId, dossier, timeline, assessorsOf(entityId));
        long atMs = Math.max(dossier.clockMs, event.recordedAtMs());
        advance.to(atMs);
        dossier.clockMs = atMs;
        Advance.Taken taken = advance.take(event);
        if (taken.applied() != Applied.DUPLICATE) {
            advance.onFact(atMs, event.type(), taken.firstDay());
        }
        return finish(entityId, dossier, advance, taken.applied(), latenessMs);
    }

    /** Lets everything happen that is due by the message's instant, then takes the official classes of a month. */
    public Turn onOfficial(byte @Nullable [] packed, OfficialClass official) {
        Dossier dossier = packed == null ? open(official.recordedAtMs()) : DossierFormat.read(packed);
        long latenessMs = Math.max(0, dossier.clockMs - official.recordedAtMs());
        Advance advance = new Advance(official.entityId(), dossier, timeline, assessorsOf(official.entityId()));
        long atMs = Math.max(dossier.clockMs, official.recordedAtMs());
        advance.to(atMs);
        dossier.clockMs = atMs;
        advance.onOfficial(official, atMs);
        return finish(official.entityId(), dossier, advance, null, latenessMs);
    }

    /** Lets everything happen that is due by the message's instant, then takes a person's step about an alert. */
    public Turn onDisposal(byte @Nullable [] packed, Disposal disposal) {
        return onDisposal(packed, disposal, dossier -> disposal);
    }

    /**
     * The same for a step that was taken about an alert under another line of catalogues: it is about what this dossier
     * has of the same rule and subject, whatever its id and revision.
     */
    public Turn onDisposal(byte @Nullable [] packed, Disposal disposal, AlertState original) {
        return onDisposal(packed, disposal, dossier -> {
            AlertState twin = dossier.alerts.twinOf(original);
            return twin == null
                    ? disposal
                    : disposal.about(AlertIdentity.of(disposal.entityId(), twin), twin.revision());
        });
    }

    private Turn onDisposal(byte @Nullable [] packed, Disposal disposal, Function<Dossier, Disposal> address) {
        if (packed == null) {
            return Turn.ofStranger();
        }
        Dossier dossier = DossierFormat.read(packed);
        long latenessMs = Math.max(0, dossier.clockMs - disposal.recordedAtMs());
        Advance advance = new Advance(disposal.entityId(), dossier, timeline, assessorsOf(disposal.entityId()));
        long atMs = Math.max(dossier.clockMs, disposal.recordedAtMs());
        advance.to(atMs);
        dossier.clockMs = atMs;
        Advance.Handled handled = advance.onDisposal(address.apply(dossier), atMs);
        return finish(disposal.entityId(), dossier, advance, null, latenessMs).answering(handled);
    }

    /** Lets everything happen that is due by an instant, in order, each at its own instant. */
    public Turn onWake(String entityId, byte[] packed, long instantMs) {
        Dossier dossier = DossierFormat.read(packed);
        if (instantMs >= dossier.timerAtMs) {
            dossier.timerAtMs = Turn.NO_TIMER;
        }
        Advance advance = new Advance(entityId, dossier, timeline, assessorsOf(entityId));
        advance.to(instantMs);
        if (dossier.isGone()) {
            return new Turn(null, Turn.NO_TIMER, advance.outputs(), null, 0, 0);
        }
        return finish(entityId, dossier, advance, null, 0);
    }

    /**
     * Whether the entity is already under the catalogue that is in force at an instant, by a look at the first bytes of
     * its dossier. Of a dossier in an older format it says no.
     */
    public boolean hasMovedOn(byte[] packed, long instantMs) {
        CatalogueTimeline.Entry entry = timeline.at(instantMs);
        Unpacker head = new Unpacker(packed, 0, packed.length);
        if (head.readByte() != DossierFormat.VERSION_1) {
            return false;
        }
        long clockMs = head.readSigned();
        Assessor assessor =
                Objects.requireNonNull(assessors.get(entry.catalogue().version()));
        return clockMs >= entry.effectiveAtMs()
                && head.readFixed64() == assessor.plan().fingerprint();
    }

    /** The conditions that hold on the day of an instant, on the rows as they are. */
    public List<Holding> holdings(byte[] packed, long instantMs) {
        return view("", packed, instantMs).rules().holdings();
    }

    /** The assessment of the day of an instant, on the rows as they are. */
    public Assessment assess(String entityId, byte[] packed, long instantMs) {
        return view(entityId, packed, instantMs).explain(entityId, instantMs, DossierFormat.read(packed).isSaturated);
    }

    /** A short look at the day of an instant, on the rows as they are: what a back-test scores by. */
    public Look look(String entityId, byte[] packed, long instantMs) {
        return view(entityId, packed, instantMs).look();
    }

    /** The sources that an assessment under a catalogue of this timeline rests on, in the catalogue's order. */
    public List<Source> sourcesBehind(Assessment assessment) {
        return feeds.computeIfAbsent(
                        assessment.catalogueVersion(),
                        version -> new Feeds(
                                Objects.requireNonNull(assessors.get(version)).plan()))
                .behind(assessment);
    }

    /** The catalogue in force at an instant, in ms since 1970. */
    public Catalogue catalogueAt(long instantMs) {
        return timeline.at(instantMs).catalogue();
    }

    /**
     * The rank of the worst fused class on the day of an instant, under the catalogue that is in force then, whichever
     * the entity is under; the best is 0, and -1 means that it stands in no domain.
     */
    public int headlineRank(byte[] packed, long instantMs) {
        Dossier dossier = DossierFormat.read(packed);
        Assessor assessor = Objects.requireNonNull(
                assessors.get(timeline.at(instantMs).catalogue().version()));
        Plan plan = assessor.plan();
        if (dossier.planFingerprint != plan.fingerprint()) {
            dossier.book.rematch(plan::matches);
        }
        int day = plan.catalogue().days().dayOf(instantMs);
        return assessor.assess(dossier.book, dossier.baselines, day).headlineRank();
    }

    private Assessor.Result view(String entityId, byte[] packed, long instantMs) {
        Dossier dossier = DossierFormat.read(packed);
        Advance advance = new Advance(entityId, dossier, timeline, assessorsOf(entityId));
        LocalDays days = advance.assessor().plan().catalogue().days();
        return advance.assessor().assess(dossier.book, dossier.baselines, days.dayOf(instantMs));
    }

    private Map<String, Assessor> assessorsOf(String entityId) {
        if (!Source.isEntity(entityId)) {
            return assessors;
        }
        if (assessorsOfSources.isEmpty()) {
            assessors.forEach((version, assessor) ->
                    assessorsOfSources.put(version, new Assessor(assessor.plan().ofSources())));
        }
        return assessorsOfSources;
    }

    private Dossier open(long clockMs) {
        Dossier dossier = new Dossier(new FactBook(), new AlertBook());
        dossier.clockMs = clockMs;
        dossier.nextChangeDay = Horizon.NEVER;
        dossier.nextDropDay = Horizon.NEVER;
        Plan plan = new Advance("", dossier, timeline, assessors).assessor().plan();
        dossier.planFingerprint = plan.fingerprint();
        dossier.closedMonth = LocalDays.monthOf(plan.catalogue().days().dayOf(clockMs)) - 1;
        return dossier;
    }

    private Turn finish(String entityId, Dossier dossier, Advance advance, @Nullable Applied applied, long latenessMs) {
        long wakeAtMs = advance.nextWakeMs(Math.floorMod(entityId.hashCode(), spreadMs));
        long timerAtMs = Turn.NO_TIMER;
        if (wakeAtMs < dossier.timerAtMs) {
            dossier.timerAtMs = wakeAtMs;
            timerAtMs = wakeAtMs;
        }
        return new Turn(
                format.write(dossier), timerAtMs, advance.outputs(), applied, latenessMs, dossier.alerts.refused());
    }
}
