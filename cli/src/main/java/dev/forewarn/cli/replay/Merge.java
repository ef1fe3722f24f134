package dev.forewarn.cli.replay;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Merges sorted streams into one. */
final class Merge implements EventStream {

    /** A stream and the event that it gives next. */
    private record Head(PreparedEvent event, EventStream rest) {}

    private final List<EventStream> parts;
    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::event));

    private Merge(List<EventStream> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Takes the streams, which it closes. */
    static Merge of(List<EventStream> parts) throws IOException {
        Merge merge = new Merge(parts);
        try {
            for (EventStream part : parts) {
                merge.advance(part);
            }
            return merge;
        } catch (IOException e) {
            merge.close();
            throw e;
        }
    }

    private void advance(EventStream part) throws IOException {
        PreparedEvent event = part.next();
        if (event != null) {
            heads.add(new Head(event, part));
        }
    }

    @Override
    public @Nullable PreparedEvent next() throws IOException {
        Head least = heads.poll();
        if (least == null) {
            return null;
        }
        advance(least.rest());
        return least.event();
    }

    @Override
    public void close() throws IOException {
        for (EventStream part : parts) {
            part.close();
        }
    }
}
