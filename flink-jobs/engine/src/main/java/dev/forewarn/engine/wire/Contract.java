package dev.forewarn.engine.wire;

import dev.forewarn.core.time.LocalDays;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the fields of a message must keep to, beyond what its schema says. Keeps the first fault; for one use. */
class Contract {

    private @Nullable RejectReason reason;
    private String detail = "";

    /** What the message says, unless a fault was found. */
    final <T> Decoding<T> decoding(Supplier<T> value) {
        return reason == null ? new Decoding.Accepted<>(value.get()) : new Decoding.Refused<>(reason, detail);
    }

    final void checkPresent(String field, String value, RejectReason missing) {
        if (value.isEmpty()) {
            refuse(missing, field + " has at least one character");
        }
    }

    final void checkPossible(String field, @Nullable Instant instant) {
        if (instant != null && !LocalDays.isPossible(instant.toEpochMilli())) {
            refuse(RejectReason.IMPOSSIBLE_DATE, field + " lies in the years 1900 to 2199; got " + instant);
        }
    }

    /** What happened cannot lie far beyond its publication. */
    final void checkNotAhead(String field, Instant happened, Instant recordedAt) {
        if (happened.toEpochMilli() > recordedAt.toEpochMilli() + Limits.OCCURRED_AHEAD_MS) {
            refuse(
                    RejectReason.FUTURE_OCCURRED,
                    field + " lies at most a day after recorded_at " + recordedAt + "; got " + happened);
        }
    }

    final void checkText(String field, @Nullable String value) {
        checkText(field, value, Limits.TEXT_CHARACTERS);
    }

    final void checkText(String field, @Nullable String value, int most) {
        if (value == null) {
            return;
        }
        String name = Texts.cut(field, Limits.TEXT_CHARACTERS);
        if (value.length() > most) {
            refuse(RejectReason.TEXT_TOO_LONG, name + " has at most " + most + " characters; got " + value.length());
        } else if (value.indexOf('\0') >= 0) {
            refuse(RejectReason.FORBIDDEN_CHARACTER, name + " does not hold U+0000; got it at " + value.indexOf('\0'));
        }
    }

    final void refuse(RejectReason why, String what) {
        if (reason == null) {
            reason = why;
            detail = what;
        }
    }
}
