package dev.forewarn.core.assess;

import dev.forewarn.core.alert.Holding;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.bytes.Packer;
import dev.forewarn.core.bytes.Unpacker;
import java.util.ArrayList;
import java.util.List;

/** The conditions that were found to hold on an earlier day, for the rules that an event cannot have changed. */
final class KnownHoldings {

    private final Plan plan;
    private final int type;
    private final List<Holding> holdings;

    /** @param type position of the type of the event, −1 if nothing reads it */
    KnownHoldings(Plan plan, int type, List<Holding> holdings) {
        this.plan = plan;
        this.type = type;
        this.holdings = List.copyOf(holdings);
    }

    /** Whether what was found for a rule still holds. */
    boolean holds(int rule) {
        return !plan.mayChange(rule, type);
    }

    /** Adds what was found for a rule. */
    void addTo(List<Holding> all, String ruleId) {
        for (Holding holding : holdings) {
            if (holding.ruleId().equals(ruleId)) {
                all.add(holding);
            }
        }
    }

    static void write(List<Holding> holdings, Packer packer) {
        packer.writeVar(holdings.size());
        for (Holding holding : holdings) {
            packer.writeText(holding.ruleId());
            packer.writeText(holding.subject());
            packer.writeByte(holding.level().code());
        }
    }

    static List<Holding> read(Unpacker unpacker) {
        int count = unpacker.readCount();
        List<Holding> holdings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            holdings.add(new Holding(unpacker.readText(), unpacker.readText(), Level.ofCode(unpacker.readByte())));
        }
        return holdings;
    }
}
