package dev.forewarn.core.assess;

import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.FactBook;
import dev.forewarn.core.fact.Profile;
import dev.forewarn.core.fact.Rows;
import dev.forewarn.core.indicator.MeasurePlan;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one entity laid out by the types that a plan reads, and in which domains it stands. */
final class DayFacts implements MeasurePlan.Sections {

    private final Plan plan;
    private final Rows[] sections;
    private final long[] matches;
    private final BitSet present = new BitSet();
    private @Nullable Fact profile;
    private long endingsUntilMs = Long.MAX_VALUE;
    private int domains;

    DayFacts(Plan plan) {
        this.plan = plan;
        this.sections = new Rows[plan.types().size()];
        this.matches = new long[sections.length];
        Arrays.fill(sections, Rows.EMPTY);
    }

    /** @param instantMs endings later than this do not count, in ms */
    void fill(FactBook book, long instantMs) {
        endingsUntilMs = instantMs;
        Arrays.fill(sections, Rows.EMPTY);
        present.clear();
        long named = 0;
        List<Rows> held = book.sections();
        for (int i = 0; i < held.size(); i++) {
            Rows rows = held.get(i);
            int position = plan.positionOf(rows.type());
            long matched = rows.matches();
            named |= matched;
            if (position >= 0) {
                sections[position] = rows;
                matches[position] = matched;
                present.set(position);
            }
        }
        Profile known = book.profile();
        profile = known == null ? null : known.fact();
        domains = domains(named);
    }

    private int domains(long named) {
        int found = (int) (named >>> Plan.MOST_CONDITIONS);
        if (plan.general() >= 0) {
            found |= 1 << plan.general();
        }
        for (int s = 0; s < plan.catalogue().schemes().size(); s++) {
            found &= applies(plan.schemeBit(s)) ? -1 : ~(1 << s);
        }
        return found;
    }

    /** Whether something applies to this kind of business; what is not registered has all apply. */
    boolean applies(int profileBit) {
        return profileBit == Plan.ALWAYS || profile == null || profile.isMatched(profileBit);
    }

    /** Whether the entity stands in the domain of a scheme. */
    boolean standsIn(int scheme) {
        return (domains >>> scheme & 1) != 0;
    }

    /** The schemes that the entity stands in, as bits. */
    int domains() {
        return domains;
    }

    /** The types of which there is any row. */
    BitSet present() {
        return present;
    }

    /** The bits that any row of a type has. */
    long matches(int type) {
        return matches[type];
    }

    @Override
    public @Nullable Fact profile() {
        return profile;
    }

    @Override
    public long endingsUntilMs() {
        return endingsUntilMs;
    }

    @Override
    public Rows rows(int type) {
        return type < 0 ? Rows.EMPTY : sections[type];
    }
}
