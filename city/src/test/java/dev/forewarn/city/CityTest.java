package dev.forewarn.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Wire;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CityTest {

    private static final CityPlan SMALL = new CityPlan(300, Lives.START, 500, 7);

    /**
     * Two runs of one process would not see an order that hangs on the process, as that of {@code Map.of} does, so the
     * bytes are written down. They change with every change of the parameters, which docs/CITY.md then tells.
     */
    private static final String SMALL_SHA256 = "92f0bdeb259af1560fa331dc809c4d7c900a67fa23e5cc7c4df1c58fd63c2a6e";

    @Test
    void samePlanGivesSameBytesInEveryProcess() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Lives.live(SMALL, event -> digest.update(Wire.encode(event)), truth -> {});

        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(SMALL_SHA256);
    }

    @Test
    void anotherSeedIsAnotherCity() {
        List<Event> one = Lives.events(new CityPlan(20, Lives.START, 60, 1));
        List<Event> other = Lives.events(new CityPlan(20, Lives.START, 60, 2));

        assertThat(one).doesNotContainAnyElementsOf(other);
    }

    @Test
    void longerCityBeginsAsTheShorterOne() {
        List<Event> shorter = Lives.events(new CityPlan(200, Lives.START, 181, 3));
        List<Event> longer = Lives.events(new CityPlan(200, Lives.START, 400, 3));

        assertThat(longer.subList(0, shorter.size())).isEqualTo(shorter);
    }

    @Test
    void eventsComeInTheOrderInWhichTheyBecomeKnownAndWithinItsDays() {
        List<Instant> known =
                Lives.events(SMALL).stream().map(Event::getRecordedAt).toList();

        assertThat(known).isSorted();
        assertThat(known.get(0)).isEqualTo(Instant.parse("2024-12-31T16:00:00Z"));
        assertThat(known.get(known.size() - 1)).isBefore(Instant.parse("2026-05-15T16:00:00Z"));
    }

    @Test
    void nothingIsKnownBeforeItHappens() {
        Lives.live(
                new CityPlan(10_000, Lives.START, 60, 1),
                event -> assertThat(event.getOccurredAt()).isBeforeOrEqualTo(event.getRecordedAt()),
                truth -> {});
    }

    @Test
    void everyNameAndSourceSaysThatItIsNotReal() {
        assertThat(Lives.events(SMALL)).allSatisfy(event -> {
            assertThat(event.getSource()).startsWith("virtual-");
            assertThat(event.getEntityId().substring(2, 8)).isEqualTo("360699");
            if (event.getType().equals("entity.profile")) {
                assertThat(event.getEntityName()).startsWith("虚拟").contains("Virtual");
            }
        });
    }

    @Test
    void messagesAreUniqueWithinTheirSourceButForThoseThatAreSentTwice() {
        List<Event> events = Lives.events(SMALL);
        Set<String> ids = new HashSet<>();
        long repeated = events.stream()
                .filter(event -> !ids.add(event.getSource() + "/" + event.getEventId()))
                .count();

        assertThat(repeated).isBetween(1L, events.size() / 50L);
    }

    @Test
    void memoryDoesNotGrowWithTheDays() {
        City twoYears = Lives.live(new CityPlan(2_000, Lives.START, 730, 1), event -> {}, truth -> {});
        City tenYears = Lives.live(new CityPlan(2_000, Lives.START, 3_650, 1), event -> {}, truth -> {});

        assertThat((double) tenYears.mostWaiting())
                .isCloseTo(twoYears.mostWaiting(), within(0.2 * twoYears.mostWaiting()));
        assertThat(tenYears.mostWaiting()).isLessThan(2_000);
    }

    @Test
    void truthTellsEpisodesThatDoNotOverlapOfBusinessesThatAreThere() {
        Set<String> known = new HashSet<>();
        Map<String, List<Truth>> episodes = new java.util.TreeMap<>();
        Lives.live(new CityPlan(1_000, Lives.START, 1_000, 5), event -> known.add(event.getEntityId()), truth -> {
            if (truth.what() == Truth.What.EPISODE) {
                episodes.computeIfAbsent(truth.entityId(), id -> new ArrayList<>())
                        .add(truth);
            }
        });

        assertThat(known).containsAll(episodes.keySet());
        assertThat(episodes).hasSizeBetween(150, 400);
        episodes.values().forEach(CityTest::assertApart);
    }

    private static void assertApart(List<Truth> episodes) {
        LocalDate free = LocalDate.MIN;
        for (Truth episode : episodes) {
            assertThat(episode.from()).isAfterOrEqualTo(free);
            free = episode.until() == null ? LocalDate.MAX : episode.until();
            assertThat(free).isAfter(episode.from());
        }
    }

    @Test
    void impossiblePlansAreRefusedInWords() {
        assertThatThrownBy(() -> new CityPlan(0, Lives.START, 1, 1)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> new CityPlan(1, Lives.START, 0, 1)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> new CityPlan(1, LocalDate.of(1900, 1, 1), 1, 1))
                .hasMessageContaining("1900");
    }
}
