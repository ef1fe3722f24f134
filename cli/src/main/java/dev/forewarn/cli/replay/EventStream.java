package dev.forewarn.cli.replay;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events one after the other. */
public interface EventStream extends Closeable {

    /** The next event, or null at the end. */
    @Nullable
    PreparedEvent next() throws IOException;

    /** The events of a list. */
    static EventStream of(List<PreparedEvent> events) {
        Iterator<PreparedEvent> rest = events.iterator();
        return new EventStream() {
            @Override
            public @Nullable PreparedEvent next() {
                return rest.hasNext() ? rest.next() : null;
            }

            @Override
            public void close() {
                // A list holds nothing open.
            }
        };
    }
}
