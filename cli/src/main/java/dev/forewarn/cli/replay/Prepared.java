package dev.forewarn.cli.replay;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Events ready to be replayed, in order, and what became of the rows that they come from. */
public final class Prepared implements Closeable {

    private final EventSort sort;
    private final List<Tally> tallies;
    private final Instant first;
    private final Instant last;

    Prepared(EventSort sort, List<Tally> tallies, Instant first, Instant last) {
        this.sort = sort;
        this.tallies = List.copyOf(tallies);
        this.first = first;
        this.last = last;
    }

    /** What became of the rows, by file. */
    public List<Tally> tallies() {
        return tallies;
    }

    public long count() {
        return tallies.stream().mapToLong(Tally::events).sum();
    }

    public long rejected() {
        return tallies.stream().mapToLong(Tally::rejected).sum();
    }

    /** When the first event became known; of no meaning if there is none. */
    public Instant first() {
        return first;
    }

    /** When the last event became known; of no meaning if there is none. */
    public Instant last() {
        return last;
    }

    /** All events, sorted; the caller closes what it gets. */
    public EventStream events() throws IOException {
        return sort.sorted();
    }

    @Override
    public void close() throws IOException {
        sort.close();
    }
}
