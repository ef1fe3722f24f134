package dev.forewarn.core.fact;

import dev.forewarn.core.bytes.Packer;
import dev.forewarn.core.bytes.Unpacker;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.time.LocalDays;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one entity, by type and record key. Given the same set of versions it holds the same bytes, in whatever
 * order and how often they came.
 */
public final class FactBook {

    private final List<Rows> sections;

    public FactBook() {
        this.sections = new ArrayList<>();
    }

    private FactBook(List<Rows> sections) {
        this.sections = sections;
    }

    /**
     * Lets a version compete with the one that is kept, and keeps the winner.
     *
     * @param matches bits of the conditions on the type that take the version
     */
    public Applied apply(String type, Fact version, long matches) {
        return section(type).apply(version.withMatches(matches));
    }

    /**
     * The day on which the record of a version begins, as it is kept or as the version says, whichever is earlier: of
     * the days before the version tells nothing new.
     */
    public int firstDay(String type, Fact version, LocalDays days) {
        Fact kept = rows(type).kept(version);
        int own = version.occurredDay(days);
        return kept == null ? own : Math.min(own, kept.occurredDay(days));
    }

    /** The rows of each type, in the order of the types' names. */
    public List<Rows> sections() {
        return sections;
    }

    /** The rows of a type; none if there are none. */
    public Rows rows(String type) {
        int found = find(type);
        return found < 0 ? Rows.EMPTY : sections.get(found);
    }

    public int size() {
        int size = 0;
        for (Rows rows : sections) {
            size += rows.size();
        }
        return size;
    }

    /** The profile of the entity, or null if it is not registered. */
    public @Nullable Profile profile() {
        Rows rows = rows(Event.PROFILE);
        return rows.size() == 0 || rows.get(0).isRetracted() ? null : new Profile(rows.get(0));
    }

    /**
     * The facts as one must take them who looks ahead from an instant, corrected by what is known now: without facts
     * and ends that came later and that nobody knew of then.
     */
    public FactBook knownAt(long instantMs) {
        List<Rows> known = new ArrayList<>(sections.size());
        for (Rows rows : sections) {
            known.add(rows.knownAt(instantMs));
        }
        known.removeIf(rows -> rows.size() == 0);
        return new FactBook(known);
    }

    /** Computes the match bits of all rows anew, for another catalogue. */
    public void rematch(ToLongBiFunction<String, Fact> matches) {
        for (Rows rows : sections) {
            for (int i = 0; i < rows.size(); i++) {
                Fact fact = rows.get(i);
                rows.set(i, fact.withMatches(matches.applyAsLong(rows.type(), fact)));
            }
        }
    }

    /** Drops the rows that a test picks, and the sections left empty. */
    public void removeIf(RowTest test) {
        for (Rows rows : sections) {
            for (int i = rows.size() - 1; i >= 0; i--) {
                if (test.test(rows.type(), rows.get(i))) {
                    rows.remove(i);
                }
            }
        }
        sections.removeIf(rows -> rows.size() == 0);
    }

    public void writeTo(Packer packer) {
        packer.writeVar(sections.size());
        for (int i = 0; i < sections.size(); i++) {
            sections.get(i).writeTo(packer);
        }
    }

    /** Reads what {@link #writeTo} wrote; the rows are views on the array, which must not change any more. */
    public static FactBook readFrom(byte[] bytes, Unpacker unpacker) {
        int count = unpacker.readCount();
        List<Rows> sections = new ArrayList<>(count + 1);
        for (int s = 0; s < count; s++) {
            sections.add(Rows.readFrom(bytes, unpacker));
        }
        return new FactBook(sections);
    }

    /** The rows as bytes: equal for equal facts. */
    public byte[] toBytes() {
        Packer packer = new Packer(1024);
        writeTo(packer);
        return packer.toBytes();
    }

    private Rows section(String type) {
        int found = find(type);
        if (found >= 0) {
            return sections.get(found);
        }
        Rows rows = new Rows(type, new Fact[2], 0);
        sections.add(-found - 1, rows);
        return rows;
    }

    private int find(String type) {
        int low = 0;
        int high = sections.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = sections.get(middle).type().compareTo(type);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** Picks rows. */
    @FunctionalInterface
    public interface RowTest {
        boolean test(String type, Fact fact);
    }
}
