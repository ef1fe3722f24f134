package dev.forewarn.core.oracle;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.OfficialClass;

/** One entry of an entity's log. */
sealed interface Message {

    long recordedAtMs();

    /** Something that happened. */
    record OfEvent(Event event) implements Message {
        @Override
        public long recordedAtMs() {
            return event.recordedAtMs();
        }
    }

    /** What the official platform says. */
    record OfClasses(OfficialClass official) implements Message {
        @Override
        public long recordedAtMs() {
            return official.recordedAtMs();
        }
    }
}
