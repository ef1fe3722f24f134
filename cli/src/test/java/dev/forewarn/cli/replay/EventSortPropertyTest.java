package dev.forewarn.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class EventSortPropertyTest {

    @Property(tries = 200)
    void tinyMemorySortsLikePlentyOfIt(
            @ForAll("events") List<PreparedEvent> events, @ForAll @LongRange(min = 1, max = 40_000) long bufferBytes)
            throws IOException {
        List<PreparedEvent> expected = new ArrayList<>(events);
        Collections.sort(expected);

        assertThat(sorted(events, bufferBytes)).isEqualTo(expected);
    }

    @Property(tries = 50)
    void orderOfTheInputDoesNotMatter(@ForAll("events") List<PreparedEvent> events, @ForAll long seed)
            throws IOException {
        List<PreparedEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(sorted(shuffled, 10_000)).isEqualTo(sorted(events, 1_000_000));
    }

    @Example
    void moreRunsThanCanBeReadAtOnceAreMergedInPasses() throws IOException {
        List<PreparedEvent> events = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            events.add(event(random.nextInt(100), "s", "k" + random.nextInt(50), 0, "e" + i));
        }
        List<PreparedEvent> expected = new ArrayList<>(events);
        Collections.sort(expected);

        assertThat(sorted(events, 1)).isEqualTo(expected);
    }

    @Example
    void keysCountInTheirOrder() throws IOException {
        PreparedEvent first = event(1, "z", "z", 9, "z");
        PreparedEvent second = event(2, "a", "z", 9, "z");
        PreparedEvent third = event(2, "b", "a", 9, "z");
        PreparedEvent fourth = event(2, "b", "b", -1, "z");
        PreparedEvent fifth = event(2, "b", "b", 0, "a");
        PreparedEvent sixth = event(2, "b", "b", 0, "b");

        assertThat(sorted(List.of(sixth, fourth, second, fifth, third, first), 1))
                .containsExactly(first, second, third, fourth, fifth, sixth);
    }

    @Example
    void eventWithoutARecordKeyStandsWhereItsIdWould() throws IOException {
        PreparedEvent named = event(1, "s", "m", 0, "a");
        PreparedEvent unnamed = event(1, "s", "", 0, "n");

        assertThat(sorted(List.of(unnamed, named), 1)).containsExactly(named, unnamed);
    }

    @Example
    void nothingIsLeftOnDisk() throws IOException {
        Path parent = Files.createTempDirectory("sort-test");
        try (EventSort sort = new EventSort(new TemporaryFolder(parent, "sort"), 1)) {
            sort.add(event(1, "s", "k", 0, "e"));
            sort.add(event(0, "s", "k", 0, "e"));
            assertThat(sort.runs()).isEqualTo(2);
        }
        try (Stream<Path> left = Files.list(parent)) {
            assertThat(left).isEmpty();
        }
        Files.delete(parent);
    }

    @Provide
    Arbitrary<List<PreparedEvent>> events() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of("fda", "tfda"),
                        Arbitraries.of("", "k1", "k2", "é"),
                        Arbitraries.integers().between(-1, 1),
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(3))
                .as(EventSortPropertyTest::event)
                .list()
                .ofMaxSize(150);
    }

    private static List<PreparedEvent> sorted(List<PreparedEvent> events, long bufferBytes) throws IOException {
        List<PreparedEvent> sorted = new ArrayList<>();
        try (EventSort sort = new EventSort(TemporaryFolder.ofSystem("sort"), bufferBytes)) {
            for (PreparedEvent event : events) {
                sort.add(event);
            }
            try (EventStream stream = sort.sorted()) {
                for (PreparedEvent event = stream.next(); event != null; event = stream.next()) {
                    sorted.add(event);
                }
            }
        }
        return sorted;
    }

    private static PreparedEvent event(int second, String source, String recordKey, int revision, String eventId) {
        return PreparedEvent.of(Event.newBuilder()
                .setEntityId("entity")
                .setRecordedAt(Instant.ofEpochSecond(second))
                .setType("recall.announced")
                .setEventId(eventId)
                .setRecordKey(recordKey)
                .setRevision(revision)
                .setOccurredAt(Instant.EPOCH)
                .setSource(source)
                .build());
    }
}
