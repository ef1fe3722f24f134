package dev.forewarn.engine.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping whose keys are asked for by name. It remembers what was asked, so that {@link #refuseOthers} can tell the
 * keys that nothing knows. A section that could not be read asks for nothing: its fault has been told, and further ones
 * would be noise.
 */
public final class Section {

    private final Node.@Nullable Mapping mapping;
    private final Faults faults;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> refused = new HashSet<>();

    /** @param mapping null where there is none and its fault, if it is one, has been told */
    Section(Node.@Nullable Mapping mapping, Faults faults) {
        this.mapping = mapping;
        this.faults = faults;
    }

    /** Whether there is a mapping to read. */
    public boolean isPresent() {
        return mapping != null;
    }

    /** Where the section begins. */
    public Place place() {
        return mapping == null ? Place.startOf("") : mapping.place();
    }

    public boolean has(String key) {
        return mapping != null && mapping.find(key) != null;
    }

    /** A value that must be there; that it is not is a fault. */
    public Value required(String key) {
        Value value = optional(key);
        if (mapping != null && !has(key)) {
            faults.add(mapping.place(), "the key '" + key + "' is required; it is missing here");
        }
        return value;
    }

    /** A value that may be there. */
    public Value optional(String key) {
        known.add(key);
        Node.Entry entry = mapping == null ? null : mapping.find(key);
        return entry == null ? new Value(key, null, place(), faults) : valueOf(entry);
    }

    /** All entries in the order of the file, for mappings whose keys are free. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (mapping != null) {
            for (Node.Entry entry : mapping.entries()) {
                known.add(entry.key());
                entries.add(new Entry(entry.key(), entry.place(), valueOf(entry)));
            }
        }
        return entries;
    }

    /** If a key is there, says why it must not be. */
    public void refuse(String key, String reason) {
        Node.Entry entry = mapping == null ? null : mapping.find(key);
        if (entry != null && refused.add(key)) {
            faults.add(entry.place(), reason);
        }
    }

    /** Every key that nothing has asked for yet is a fault. To be called when all has been read. */
    public void refuseOthers() {
        if (mapping == null) {
            return;
        }
        for (Node.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key()) && !refused.contains(entry.key())) {
                String comma = isNull(entry.value()) ? "; inside of braces a text with a comma needs quotes" : "";
                faults.add(
                        entry.place(),
                        "unknown key '" + entry.key() + "'; " + Nearest.hint(entry.key(), known) + comma);
            }
        }
    }

    /** Says that the section as a whole breaks a rule. */
    public void fault(String reason) {
        if (mapping != null) {
            faults.add(mapping.place(), reason);
        }
    }

    private Value valueOf(Node.Entry entry) {
        Place place = isNull(entry.value()) ? entry.place() : entry.value().place();
        return new Value(entry.key(), entry.value(), place, faults);
    }

    private static boolean isNull(Node node) {
        return node instanceof Node.Scalar scalar && scalar.isNull();
    }

    /** A free key with its value. */
    public record Entry(String key, Place place, Value value) {}
}
