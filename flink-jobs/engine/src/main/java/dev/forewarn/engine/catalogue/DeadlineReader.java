package dev.forewarn.engine.catalogue;

import dev.forewarn.core.handling.Deadlines;
import dev.forewarn.core.handling.Term;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads by when people must act: of one level, or of one rule. */
final class DeadlineReader {

    /** How a number of working days is written. */
    static final Pattern WORKING_DAYS = Pattern.compile("(\\d{1,4})wd");

    private static final long MINUTE_MS = 60_000;
    private static final int MOST_ADDRESSEES = 8;
    private static final Term A_DAY = Term.ofWorkingDays(1);

    private final CatalogueDraft draft;

    DeadlineReader(CatalogueDraft draft) {
        this.draft = draft;
    }

    Deadlines read(Value value) {
        Section section = value.section();
        Term accept = term(section.optional("accept"));
        Term dispose = term(section.optional("dispose"));
        Term again = term(section.optional("again"));
        List<String> addressees = addressees(section.optional("tell"));
        section.refuseOthers();
        return new Deadlines(accept, dispose, again == null ? A_DAY : again, addressees);
    }

    private @Nullable Term term(Value value) {
        if (!value.isPresent()) {
            return null;
        }
        Matcher matcher = WORKING_DAYS.matcher(value.text(""));
        if (matcher.matches()) {
            draft.countWorkingDays();
            int days = Integer.parseInt(matcher.group(1));
            if (days == 0) {
                value.fault("'" + value.name() + "' is at least 1wd; got 0wd");
            }
            return Term.ofWorkingDays(Math.max(1, days));
        }
        long ms = value.durationMs(MINUTE_MS);
        if (ms < MINUTE_MS) {
            value.fault("'" + value.name() + "' is at least 1min, or some working days like 5wd; got '" + value.text("")
                    + "'");
        }
        return Term.ofMs(Math.max(MINUTE_MS, ms));
    }

    private static List<String> addressees(Value value) {
        List<String> addressees = new ArrayList<>();
        for (String name : value.isPresent() ? value.texts() : List.<String>of()) {
            if (name.isBlank()) {
                value.fault("'tell' names who hears of a missed deadline; got an empty name");
            } else {
                addressees.add(name);
            }
        }
        if (addressees.size() > MOST_ADDRESSEES) {
            value.fault("'tell' names at most " + MOST_ADDRESSEES + ", one above the other; got " + addressees.size());
        }
        return addressees.subList(0, Math.min(MOST_ADDRESSEES, addressees.size()));
    }
}
