package dev.forewarn.core.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.FactBook;
import dev.forewarn.core.fact.FactPacking;
import dev.forewarn.core.fact.Rows;
import dev.forewarn.core.time.Horizon;
import dev.forewarn.core.timeline.Events;
import dev.forewarn.core.timeline.Rulebook;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The longest window of the stories' rulebook is three years, its triggers live for 30 days, its horizon is 400 days.
 */
class RetentionTest {

    private static final int HORIZON_DAYS = 400;
    private static final String KNOWN = "2026-03-02T10:00";
    private static final String PENALTY = "penalty.decided";
    private static final String LISTED = "abnormal.listed";
    private static final int TODAY = day("2026-03-02");

    private final Retention retention = new Retention(Rulebook.empty().recall().build());
    private final FactBook book = new FactBook();

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    private static Fact fact(Events event) {
        return FactPacking.pack(event.known(KNOWN), Set.of());
    }

    private int keptUntil(Events event) {
        return retention.keptUntil(event.known(KNOWN).type(), fact(event));
    }

    private void add(Events event) {
        book.apply(event.known(KNOWN).type(), fact(event), 0);
    }

    private Stream<String> keys(String type) {
        Rows rows = book.rows(type);
        return IntStream.range(0, rows.size()).mapToObj(i -> rows.get(i).recordKey());
    }

    // --- time

    @Test
    void rowIsKeptForTheLongestWindowAndTheHorizon() {
        assertThat(keptUntil(Events.of(PENALTY).occurred("2026-02-10T10:00")))
                .isEqualTo(day("2029-02-10") + HORIZON_DAYS);
    }

    @Test
    void rowThatNoWindowReachesAnyMoreIsKeptForTheHorizonAfterItBecameKnownAndItsAlertsLived() {
        assertThat(keptUntil(Events.of(PENALTY).occurred("2010-02-10T10:00")))
                .isEqualTo(day(KNOWN.substring(0, 10)) + 30 + HORIZON_DAYS);
    }

    @Test
    void tombstoneIsKeptFromTheDayItBecameKnown() {
        assertThat(keptUntil(Events.of(PENALTY).occurred("2010-02-10T10:00").retracted()))
                .isEqualTo(day("2029-03-02") + HORIZON_DAYS);
        assertThat(keptUntil(Events.profile("Shop").retracted())).isEqualTo(day("2029-03-02") + HORIZON_DAYS);
    }

    @Test
    void typeThatIsReadWithoutAWindowStays() {
        assertThat(keptUntil(Events.of(LISTED))).isEqualTo(Horizon.NEVER);
        assertThat(keptUntil(Events.of("abnormal.removed"))).isEqualTo(Horizon.NEVER);
    }

    @Test
    void profileStaysUntilTheHorizonAfterDeregistration() {
        assertThat(keptUntil(Events.profile("Shop"))).isEqualTo(Horizon.NEVER);
        assertThat(keptUntil(Events.profile("Shop").ended("2026-06-30T00:00")))
                .isEqualTo(day("2026-06-30") + HORIZON_DAYS);
    }

    // --- room

    @Test
    void asManyRowsAsTheBoundAreLeftAlone() {
        penalties(Retention.MOST_ROWS);
        assertThat(retention.makeRoom(book, TODAY)).isFalse();
        assertThat(book.size()).isEqualTo(Retention.MOST_ROWS);
    }

    @Test
    void oneRowTooManyDropsTheOldestWithSomeRoomToSpare() {
        penalties(Retention.MOST_ROWS + 1);
        assertThat(retention.makeRoom(book, TODAY)).isTrue();
        assertThat(book.size()).isEqualTo(Retention.MOST_ROWS - Retention.MOST_ROWS / 16);
        int dropped = Retention.MOST_ROWS / 16 + 1;
        assertThat(keys(PENALTY))
                .contains(key(dropped), key(Retention.MOST_ROWS))
                .doesNotContain(key(dropped - 1));
    }

    @Test
    void openRowsTheProfileAndTheNewestOfASubjectAreSpared() {
        add(Events.profile("Shop").occurred("1999-01-01T00:00"));
        add(Events.of(LISTED).key("open").subject("s1").occurred("2000-01-01T00:00"));
        add(Events.of(LISTED).key("newer").subject("s1").occurred("2000-06-01T00:00"));
        add(Events.of(LISTED)
                .key("over")
                .subject("s1")
                .occurred("2000-02-01T00:00")
                .ended("2000-03-01T00:00"));
        add(Events.of(PENALTY).key("only").subject("rare").occurred("2000-01-01T00:00"));
        add(Events.of(PENALTY).key("gone").subject("often").occurred("2000-01-01T00:00"));
        penalties(Retention.MOST_ROWS);
        assertThat(retention.makeRoom(book, TODAY)).isTrue();
        assertThat(book.profile()).isNotNull();
        assertThat(keys(LISTED)).containsExactly("newer", "open");
        assertThat(keys(PENALTY)).contains("only").doesNotContain("gone");
    }

    @Test
    void openRowsGoOnlyWhereThereAreTwiceTooMany() {
        add(Events.profile("Shop").occurred("1999-01-01T00:00"));
        listings(0, 2 * Retention.MOST_ROWS - 1);
        assertThat(retention.makeRoom(book, TODAY)).isFalse();
        listings(2 * Retention.MOST_ROWS - 1, 2 * Retention.MOST_ROWS);
        assertThat(retention.makeRoom(book, TODAY)).isTrue();
        assertThat(book.size()).isEqualTo(2 * Retention.MOST_ROWS);
        assertThat(book.profile()).isNotNull();
        assertThat(keys(LISTED)).doesNotContain(key(0)).contains(key(1));
    }

    /** Closed rows of one subject, the first the oldest. */
    private void penalties(int count) {
        for (int i = 0; i < count; i++) {
            add(Events.of(PENALTY).key(key(i)).subject("often").occurred(hour(i)));
        }
    }

    private void listings(int from, int to) {
        for (int i = from; i < to; i++) {
            add(Events.of(LISTED).key(key(i)).subject("s" + i).occurred(hour(i)));
        }
    }

    private static String key(int number) {
        return "n%05d".formatted(number);
    }

    private static String hour(int number) {
        return LocalDate.of(2020, 1, 1).atStartOfDay().plusHours(number).toString();
    }

    @Test
    void profileIsNeverAmongTheRowsThatMakeRoom() {
        add(Events.profile("Shop").occurred("1999-01-01T00:00").ended("2000-01-01T00:00"));
        penalties(Retention.MOST_ROWS + 500);
        assertThat(retention.makeRoom(book, TODAY)).isTrue();
        assertThat(book.rows(Event.PROFILE).size()).isEqualTo(1);
    }
}
