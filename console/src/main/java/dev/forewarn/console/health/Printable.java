package dev.forewarn.console.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.RecordKind;
import dev.forewarn.avro.Tick;
import dev.forewarn.avro.Wire;
import dev.forewarn.console.access.Scope;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Bytes that somebody sent, so that a person can look at them: bounded, and with nothing in them that acts. */
final class Printable {

    /** Most characters that are shown. */
    static final int MOST = 2_000;

    private Printable() {}

    /**
     * A record of the wire by its fields, anything else as text with dots for what cannot be printed.
     *
     * @param withheld names of attributes of which the reader may not see the values: nothing is shown of what has one
     */
    static String of(byte[] bytes, Set<String> withheld) {
        String text = record(bytes);
        if (withheld.stream().anyMatch(text::contains)) {
            return "";
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(MOST).forEach(one -> shown.appendCodePoint(isPrintable(one) ? one : '·'));
        return text.codePointCount(0, text.length()) > MOST ? shown + " …" : shown.toString();
    }

    /** Whether an input names a domain of the scope; one that cannot be read names none. */
    static boolean isWithin(byte[] bytes, Scope scope) {
        return scope.domains().isEmpty()
                || (Wire.decode(bytes, Event.class) instanceof Decoded.Value<Event> event
                        && event.value().getDomains().stream().anyMatch(scope.domains()::contains));
    }

    private static boolean isPrintable(int one) {
        return one == '\n'
                || (one != '\uFFFD'
                        && !Character.isISOControl(one)
                        && Character.isDefined(one)
                        && Character.getType(one) != Character.FORMAT);
    }

    private static String record(byte[] bytes) {
        if (Wire.kind(bytes) instanceof Decoded.Value<RecordKind> kind) {
            return switch (kind.value()) {
                case EVENT -> decoded(bytes, Event.class);
                case DISPOSAL -> decoded(bytes, Disposal.class);
                case MONTHLY_CLASS -> decoded(bytes, MonthlyClass.class);
                case TICK -> decoded(bytes, Tick.class);
                case ALERT, ASSESSMENT, REJECT, VERDICT, SOURCE_STATE -> text(bytes);
            };
        }
        return text(bytes);
    }

    private static <T extends SpecificRecord> String decoded(byte[] bytes, Class<T> type) {
        return Wire.decode(bytes, type) instanceof Decoded.Value<T> value
                ? value.value().toString()
                : text(bytes);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
