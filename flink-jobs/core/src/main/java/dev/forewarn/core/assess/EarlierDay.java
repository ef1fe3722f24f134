package dev.forewarn.core.assess;

import dev.forewarn.core.bytes.Packer;
import dev.forewarn.core.bytes.Unpacker;
import dev.forewarn.core.fact.FactBook;
import dev.forewarn.core.time.Horizon;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one entity so many days ago, worked out when a condition first asks, and kept: what happens today does
 * not change the score of last week.
 */
final class EarlierDay {

    /** How many scores are kept, the newest; no catalogue that is known of looks at more. */
    private static final int MOST = 8;

    private final Plan plan;
    private final List<Known> known = new ArrayList<>();
    private @Nullable FactBook book;
    /** Scratch; most plans never look back. */
    private @Nullable DayAssessment day;

    private boolean isFilled;

    /**
     * The score of a scheme on some days.
     *
     * @param from the first of them
     * @param until the first on which it may be another
     */
    private record Known(int scheme, int score, int from, int until) {

        boolean isOf(int other, int day) {
            return scheme == other && from <= day && day < until;
        }
    }

    EarlierDay(Plan plan) {
        this.plan = plan;
    }

    /** Forgets the scores of other facts. */
    void begin(FactBook facts) {
        book = facts;
        isFilled = false;
        known.clear();
    }

    /** @param horizon is told when the score will be another */
    int score(int scheme, int today, int days, Horizon horizon) {
        Known found = find(scheme, today - days);
        horizon.on(Math.min(found.until(), Horizon.NEVER - days) + days);
        return found.score();
    }

    private Known find(int scheme, int earlier) {
        for (Known one : known) {
            if (one.isOf(scheme, earlier)) {
                return one;
            }
        }
        if (known.size() == MOST) {
            known.remove(0);
        }
        Known fresh = read(scheme, earlier);
        known.add(fresh);
        return fresh;
    }

    private Known read(int scheme, int earlier) {
        if (book == null) {
            return new Known(scheme, 0, earlier, earlier + 1);
        }
        day = day == null ? new DayAssessment(plan) : day;
        if (!isFilled || day.today() != earlier) {
            day.fill(book, earlier);
            isFilled = true;
        }
        return new Known(scheme, day.score(scheme), earlier, Math.max(day.nextChange(), earlier + 1));
    }

    void save(Packer packer) {
        packer.writeVar(known.size());
        for (Known one : known) {
            packer.writeVar(one.scheme());
            packer.writeVar(one.score());
            packer.writeSigned(one.from());
            packer.writeSigned(one.until());
        }
    }

    /** @param changedFrom the first day on which anything is otherwise than when the scores were saved */
    void restore(Unpacker unpacker, int changedFrom) {
        for (int count = unpacker.readCount(); count > 0; count--) {
            int scheme = (int) unpacker.readVar();
            int score = (int) unpacker.readVar();
            int from = (int) unpacker.readSigned();
            int until = Math.min(changedFrom, (int) unpacker.readSigned());
            if (from < until) {
                known.add(new Known(scheme, score, from, until));
            }
        }
    }
}
