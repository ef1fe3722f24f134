package dev.forewarn.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.forewarn.avro.Event;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A city of 20,000 businesses over two years has what docs/CITY.md says, within what chance allows. */
class RatesTest {

    private static final CityPlan PLAN = new CityPlan(20_000, Lives.START, 730, 1);
    private static final double YEARS = 2;

    private static Map<String, Integer> counts = Map.of();

    @BeforeAll
    static void live() {
        counts = Lives.counts(PLAN);
    }

    private static double perThousand(String type) {
        return counts.getOrDefault(type, 0) / YEARS / (PLAN.entities() / 1_000.0);
    }

    @Test
    void ratesAreThoseOfTheTable() {
        Map<String, Double> wanted = Map.of(
                "registration.changed", Rate.CHANGE.perThousand(),
                "inspection.completed", Rate.INSPECTION.perThousand(),
                "complaint.filed", Rate.COMPLAINT.perThousand(),
                "tip-off.filed", Rate.TIP_OFF.perThousand(),
                "sample.tested",
                        Rate.FOOD_SAMPLE.perThousand()
                                + Rate.PRODUCT_SAMPLE.perThousand()
                                + Rate.HEALTH_SAMPLE.perThousand(),
                "adverse-event.reported", Rate.ADVERSE_EVENT.perThousand(),
                "relation.address", Rate.SHARED_ADDRESS.perThousand(),
                "social-insurance.reported", Rate.INSURED.perThousand());

        // What follows from others comes on top: visits for cause, further complaints, re-checks. And 1/13 is vacant a
        // month.
        wanted.forEach((type, rate) -> assertThat(perThousand(type)).as(type).isCloseTo(rate, within(0.15 * rate)));
    }

    @Test
    void whatFollowsComesToTheFiguresOfTheField() {
        assertThat(perThousand("annual-report.filed")).as("850").isBetween(800.0, 930.0);
        assertThat(perThousand("abnormal.listed") + perThousand("abnormal.removed"))
                .as("60")
                .isBetween(45.0, 75.0);
        assertThat(perThousand("penalty.decided")).as("10").isBetween(8.0, 15.0);
        assertThat(perThousand("case.filed")).as("12").isBetween(9.0, 16.0);
        assertThat(perThousand("equipment.inspected")).as("70").isBetween(60.0, 95.0);
        assertThat(perThousand("rectification.ordered") + perThousand("rectification.done"))
                .as("25")
                .isBetween(20.0, 40.0);
    }

    @Test
    void visitsFindWhatTheFieldFindsAndMoreInEpisodes() {
        Map<String, List<Truth>> episodes = new HashMap<>();
        List<Event> visits = new ArrayList<>();
        Lives.live(
                PLAN,
                event -> {
                    boolean isRandom =
                            "double-random".equals(event.getAttributes().get("kind"));
                    if (event.getType().equals("inspection.completed") && event.getRevision() == 0 && isRandom) {
                        visits.add(event);
                    }
                },
                truth -> {
                    if (truth.what() == Truth.What.EPISODE && truth.cause().equals("quality")) {
                        episodes.computeIfAbsent(truth.entityId(), id -> new ArrayList<>())
                                .add(truth);
                    }
                });

        double inside =
                problems(visits.stream().filter(visit -> isIn(visit, episodes)).toList());
        double outside =
                problems(visits.stream().filter(visit -> !isIn(visit, episodes)).toList());

        assertThat(problems(visits)).isCloseTo(Supervision.PROBLEMS, within(0.02));
        assertThat(inside).isGreaterThan(3 * outside);
    }

    private static double problems(List<Event> visits) {
        return visits.stream()
                        .filter(visit -> "problem".equals(visit.getAttributes().get("result")))
                        .count()
                / (double) visits.size();
    }

    private static boolean isIn(Event visit, Map<String, List<Truth>> episodes) {
        LocalDate day = visit.getOccurredAt().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        return episodes.getOrDefault(visit.getEntityId(), List.of()).stream()
                .anyMatch(episode ->
                        !day.isBefore(episode.from()) && (episode.until() == null || day.isBefore(episode.until())));
    }

    @Test
    void sharesOfTradesAndSizesAddUp() {
        assertThat(List.of(Trade.values()).stream().mapToInt(Trade::share).sum())
                .isEqualTo(1_000);
        assertThat(List.of(Size.values()).stream().mapToDouble(Size::share).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(List.of(Form.values()).stream().mapToDouble(Form::share).sum())
                .isCloseTo(1, within(0.001));
    }

    @Test
    void seasonsAreOneOnTheAverageAndNeverAboveTheirPeak() {
        for (Season season : Season.values()) {
            double sum = 0;
            for (int month = 0; month < 12; month++) {
                assertThat(season.of(month)).isBetween(0.0, Season.PEAK);
                sum += season.of(month);
            }
            assertThat(sum).as(season.name()).isCloseTo(12, within(1e-9));
        }
    }
}
