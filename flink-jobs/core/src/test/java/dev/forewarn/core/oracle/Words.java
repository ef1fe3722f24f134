package dev.forewarn.core.oracle;

import dev.forewarn.core.event.Event;
import java.util.List;
import java.util.Set;

/** The few words that random catalogues and random logs share, so that they often meet. */
final class Words {

    static final String ENTITY = "91360699MA0000015G";

    static final List<String> OPENINGS =
            List.of("penalty.decided", "abnormal.listed", "complaint.filed", "order.issued");
    static final List<String> ENDINGS = List.of("abnormal.removed", "order.done");
    static final List<String> TYPES = List.of(
            "penalty.decided",
            "abnormal.listed",
            "complaint.filed",
            "order.issued",
            "abnormal.removed",
            "order.done",
            Event.PROFILE);

    static final List<String> RECORD_KEYS =
            List.of("k1", "k2", "k3", "k4", "k5", "决定书〔2024〕第十三号之", "一个很长的决定书编号〔2024〕第十三号之一", "一个很长的决定书编号〔2024〕第十三号之二");
    static final List<String> SUBJECTS = List.of("", "s1", "s2", "2022", "2023", "2017");
    static final List<String> SOURCES = List.of("court", "bureau");
    static final List<String> SEVERITIES = List.of("minor", "major", "critical");
    static final List<String> ATTRIBUTES = List.of("grade", "kind");
    static final List<String> GRADES = List.of("", "a", "bb", "ccc");
    static final List<String> NUMBERS = List.of("units", "ratio");
    static final List<String> DOMAINS = List.of("general", "food", "drug");

    /** An attribute and a number that no catalogue reads or keeps. */
    static final String NOISE = "noise";

    static final Set<String> RETAINED = Set.of("grade", "kind", "units", "ratio");

    private Words() {}
}
