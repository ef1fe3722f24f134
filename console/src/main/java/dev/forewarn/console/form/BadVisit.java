package dev.forewarn.console.form;

import java.util.List;
import java.util.stream.Collectors;

/** A visit cannot be recorded yet; it stays a draft. */
public final class BadVisit extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<VisitFault> faults;

    BadVisit(List<VisitFault> faults) {
        super("the visit stays a draft: "
                + faults.stream()
                        .map(fault -> fault.field() + " " + fault.code())
                        .collect(Collectors.joining(", ")));
        this.faults = List.copyOf(faults);
    }

    public List<VisitFault> faults() {
        return faults;
    }
}
