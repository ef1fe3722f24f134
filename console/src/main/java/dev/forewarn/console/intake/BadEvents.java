package dev.forewarn.console.intake;

import java.util.List;

/** Events break the contract; none of those handed in together was written. */
public final class BadEvents extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    BadEvents(List<Fault> faults) {
        super("nothing was written, since there "
                + (faults.size() == 1 ? "is a fault" : "are faults: " + faults.size()));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
