package dev.forewarn.cli.simulate;

import dev.forewarn.avro.Event;
import dev.forewarn.city.City;
import dev.forewarn.cli.replay.EventStream;
import dev.forewarn.cli.replay.PreparedEvent;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A city as a stream of events that are ready for the log. */
public final class CityStream implements EventStream {

    private final City city;
    private final LongConsumer reached;

    /**
     * Takes a city that has not lived.
     *
     * @param reached is told the instant of each event, in ms since 1970
     */
    public CityStream(City city, LongConsumer reached) {
        this.city = city;
        this.reached = reached;
    }

    @Override
    public @Nullable PreparedEvent next() {
        Event event = city.next();
        if (event == null) {
            return null;
        }
        reached.accept(event.getRecordedAt().toEpochMilli());
        return PreparedEvent.of(event);
    }

    @Override
    public void close() {
        // A city holds nothing open.
    }
}
