package dev.forewarn.city;

import dev.forewarn.avro.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic city that is told event by event, in the order in which things became known. Nothing in it is real;
 * names, sources and codes say so. The first night tells who is there: profiles, licences, devices and the reports of
 * the last years. Then every day is lived.
 *
 * <p>Memory: some sixty bytes for each business, and the messages of a month and of those that wait longer. For one
 * thread.
 */
public final class City {

    private static final long FIRST_NIGHT_MS = 6 * 3_600_000L;

    private final CityPlan plan;
    private final Businesses businesses;
    private final Outbox outbox;
    private final Scene scene;
    private final Life life;
    private final Month first;
    private Iterator<Draft> due = Collections.emptyIterator();
    private int founded;
    private int month;
    private boolean isOver;

    /**
     * Makes a city that has not begun to live.
     *
     * @param truth is told what no event says, while the city lives: see {@link Truth}
     */
    public City(CityPlan plan, Consumer<Truth> truth) {
        this.plan = plan;
        this.businesses = new Businesses(plan.entities());
        this.outbox = new Outbox(plan.endDay());
        this.scene = new Scene(plan.seed(), businesses, outbox);
        this.life = new Life(plan, businesses, scene, truth);
        this.month = CityDays.monthOf(plan.firstDay());
        this.first = new Month(plan.firstDay(), plan.firstDay() + 1);
    }

    /** The next event, null when the city's days are over. */
    public @Nullable Event next() {
        while (true) {
            while (due.hasNext()) {
                Draft draft = due.next();
                if (isSaid(draft)) {
                    return draft.event();
                }
            }
            if (founded < plan.entities()) {
                due = found(founded++).iterator();
            } else if (month <= CityDays.monthOf(plan.endDay() - 1)) {
                live();
                due = outbox.take(month++).iterator();
            } else {
                end();
                return null;
            }
        }
    }

    /** How many messages waited at most to become known: what memory is needed for besides the businesses. */
    public int mostWaiting() {
        return outbox.mostWaiting();
    }

    /** Who is there when the city begins, told in its first night, one business after the other. */
    private List<Draft> found(int place) {
        scene.begin(place, Dice.of(plan.seed(), businesses.number(place), Matter.MONTH, -1));
        Register.found(scene, plan.firstDay());
        life.found(place);
        List<Draft> drafts = new ArrayList<>();
        drafts.add(Register.profile(scene));
        int licenceEnd = businesses.licenceEnd(place);
        Licences.granted(scene, licenceEnd == CityDays.NEVER ? 0 : licenceEnd - Register.LICENCE_DAYS)
                .ifPresent(drafts::add);
        drafts.addAll(Equipment.registered(scene, plan.firstDay()));
        Reports.filedBefore(scene, first, drafts::add);
        long atMs = CityDays.at(plan.firstDay(), FIRST_NIGHT_MS * place / plan.entities());
        // A young business has yet to install some of its devices.
        drafts.stream().filter(draft -> draft.occurredMs() > atMs).forEach(scene::sendOnce);
        drafts.removeIf(draft -> draft.occurredMs() > atMs);
        drafts.forEach(draft -> draft.becomesKnown(atMs, 0));
        return drafts;
    }

    private void live() {
        int from = Math.max(plan.firstDay(), CityDays.firstDayOf(month));
        int to = Math.min(plan.endDay(), CityDays.firstDayOf(month + 1));
        Month lived = new Month(from, to);
        for (int place = 0; place < plan.entities(); place++) {
            life.live(place, lived);
        }
    }

    /** After a business has closed nobody reports about it any more, but that it has closed. */
    private boolean isSaid(Draft draft) {
        boolean isRegister = draft.kind() == Kind.ENTITY_PROFILE;
        boolean isPredecessor = draft.generation() < businesses.generation(draft.place());
        int closed = businesses.closed(draft.place());
        boolean isAfter = closed != CityDays.NEVER && CityDays.dayOf(draft.occurredMs()) >= closed;
        return isRegister || (!isPredecessor && !isAfter);
    }

    private void end() {
        if (isOver) {
            return;
        }
        isOver = true;
        for (int place = 0; place < plan.entities(); place++) {
            life.tellEnd(place, Math.min(businesses.closed(place), plan.endDay()));
        }
    }
}
