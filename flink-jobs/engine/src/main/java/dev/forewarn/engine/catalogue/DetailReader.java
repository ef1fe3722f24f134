package dev.forewarn.engine.catalogue;

import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.Tier;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Window;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Reads what some aggregates need to know beside their measure and window. */
final class DetailReader {

    private static final int MOST_FACTS = 1000;
    private static final int MOST_YEARS = 20;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int MOST_STEPS = 64;
    /** What is expected of an entity lies within this, in facts. */
    private static final long MOST_EXPECTED = 100_000 * Exact.ONE;

    private final CatalogueDraft draft;

    DetailReader(CatalogueDraft draft) {
        this.draft = draft;
    }

    /**
     * The detail, and the steps with it.
     *
     * @param tiers where the detail sets them, else null
     */
    record Read(Detail detail, @Nullable List<Tier> tiers) {}

    /** @param part position of a ratio's second measure; {@link dev.forewarn.engine.cel.DayNames#NONE} elsewhere */
    Read read(Aggregate aggregate, Section section, List<Tier> tiers, int part) {
        return switch (aggregate) {
            case RATIO -> new Read(share(section, part), null);
            case EXCESS, BURST -> expectation(aggregate, section, tiers);
            case DAYS_TO, OVERDUE_DAYS, LATE -> new Read(due(section.optional("due")), null);
            case MISSED_YEARS, MISSED_DAYS -> yearly(section);
            default -> new Read(Detail.NONE, null);
        };
    }

    private static Detail share(Section section, int part) {
        Value from = section.optional("part-from");
        Section prior = section.optional("prior").section();
        long priorPart = prior.optional("part").decimal(0, MOST_EXPECTED, 0);
        long priorWhole = prior.optional("whole").decimal(0, MOST_EXPECTED, 0);
        prior.refuseOthers();
        return new Detail.Share(
                Math.max(0, part),
                from.isPresent() ? from.window(Window.ofDays(1)) : null,
                priorPart,
                priorWhole,
                section.optional("at-least-facts").whole(1, MOST_FACTS, 0));
    }

    private Read expectation(Aggregate aggregate, Section section, List<Tier> tiers) {
        Value expect = section.required("expect");
        Section said = expect.section();
        int base = days(said.required("base"));
        int over = days(said.required("over"));
        Value prior = said.required("prior");
        NumberTerm term = prior.isSection() ? new NumberReader(draft).read(prior) : null;
        long fixed = prior.isSection() ? other(term) : prior.decimal(0, MOST_EXPECTED, 0);
        said.refuseOthers();
        List<Detail.Step> steps = aggregate == Aggregate.BURST ? steps(section.required("table")) : List.of();
        Window window = tiers.isEmpty() ? Window.ofDays(1) : tiers.get(0).window();
        boolean isDays = !window.isEver() && window.months() == 0 && tiers.size() <= 1;
        Value given = section.required("window");
        if (!isDays) {
            given.fault("'window' of '" + ReadingTable.nameOf(aggregate) + "' is a number of days, such as 7d; got "
                    + window);
        }
        int length = isDays ? window.days() : 1;
        return new Read(
                new Detail.Expectation(term, fixed, over, steps.isEmpty() ? NEVER : steps),
                List.of(
                        new Tier(Window.ofDays(length), Exact.ONE),
                        new Tier(Window.ofDays(Math.min(100_000, length + base)), Exact.ONE)));
    }

    /** Stands for a table that has faults, or that an excess does not need. */
    private static final List<Detail.Step> NEVER = List.of(new Detail.Step(0, 1));

    private static long other(@Nullable NumberTerm term) {
        return term instanceof NumberTerm.ByText byText && byText.other() != Exact.ABSENT ? byText.other() : 0;
    }

    private static int days(Value value) {
        Window window = value.window(Window.ofDays(1));
        if (window.isEver() || window.months() > 0) {
            value.fault("'" + value.name() + "' is a number of days, such as 365d; got " + window);
            return 1;
        }
        return window.days();
    }

    private static List<Detail.Step> steps(Value table) {
        List<Detail.Step> steps = new ArrayList<>();
        for (Value item : table.list()) {
            Section row = item.section();
            Value expected = row.required("expected");
            long upTo = expected.decimal(1, MOST_EXPECTED, 1);
            int count = row.required("count").whole(1, MOST_FACTS, 1);
            row.refuseOthers();
            if (!steps.isEmpty() && upTo <= steps.get(steps.size() - 1).expected()) {
                expected.fault("the rows of 'table' ascend; got " + Exact.toText(upTo) + " after "
                        + Exact.toText(steps.get(steps.size() - 1).expected()));
            } else if (steps.size() < MOST_STEPS) {
                steps.add(new Detail.Step(upTo, count));
            }
        }
        if (table.isList() && (table.list().isEmpty() || table.list().size() > MOST_STEPS)) {
            table.fault("'table' has 1 to " + MOST_STEPS + " rows; got "
                    + table.list().size());
        }
        return steps;
    }

    private Detail due(Value due) {
        if (!due.isPresent()) {
            return Detail.NONE;
        }
        Section section = due.section();
        Value after = section.optional("after");
        Value before = section.optional("before");
        section.refuseOthers();
        if (section.isPresent() && after.isPresent() == before.isPresent()) {
            due.fault("'due' says one of 'after' and 'before', such as {after: 20wd}");
        }
        Value days = after.isPresent() ? after : before;
        Matcher matcher = DeadlineReader.WORKING_DAYS.matcher(days.text("0wd"));
        if (!matcher.matches()) {
            days.fault("'" + days.name() + "' must be a number of working days like 20wd; got '" + days.text("") + "'");
            return Detail.NONE;
        }
        draft.countWorkingDays();
        return new Detail.Due(Integer.parseInt(matcher.group(1)), after.isPresent());
    }

    private static Read yearly(Section section) {
        Section due = section.required("due").section();
        int month = due.required("month").whole(1, 12, 1);
        int day = due.required("day").whole(1, 31, 1);
        due.refuseOthers();
        int since = section.required("since").whole(FIRST_YEAR, LAST_YEAR, FIRST_YEAR);
        int most = section.optional("most").whole(1, MOST_YEARS, 5);
        section.refuse("window", "a yearly duty looks back as many years as 'most' says; 'window' does not apply");
        // What fulfils the oldest duty may have come before its year was over.
        return new Read(
                new Detail.Yearly(month, day, since, most), List.of(new Tier(Window.ofYears(most + 2), Exact.ONE)));
    }
}
